import * as z from 'zod';
import { Moment } from '#domain/kernel/time.ts';
import { JoinedBy } from '#domain/members/member.ts';

/** By what somebody signed in. */
export const WayIn = z.enum([...JoinedBy.options, 'passkey']).meta({ id: 'WayIn' });
export type WayIn = z.infer<typeof WayIn>;

/** One browser that is signed in. */
export const Session = z
  .object({
    id: z.string(),
    /** Such as "Chrome on Windows", as the browser names itself. */
    device: z.string(),
    /** The network address it signed in from. */
    place: z.string(),
    by: WayIn,
    createdAt: Moment,
    /** To ten minutes. */
    lastSeenAt: Moment,
    /** The one that asks. */
    isCurrent: z.boolean(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;
