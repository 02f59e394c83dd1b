import * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { config } from '#functions/platform/config.ts';
import { points } from '#functions/platform/points.ts';
import type { Visit } from '#functions/work.ts';
import { pepperedHashOf } from './secrets.ts';

/** How often something may be done for one subject, such as an e-mail address, before it has to wait. */
type Limit = { purpose: string; most: number; windowSeconds: number };

/** Each mail brings a code that may be guessed five times, and fills the inbox of somebody who may not have asked. */
export const codeMails: Limit = { purpose: 'code-mails', most: 20, windowSeconds: 3600 };

/** Of one business, so that nobody opens one to send letters to the world. */
export const invitationMails: Limit = { purpose: 'invitation-mails', most: 200, windowSeconds: 3600 };

/** The classes that routes name, counted by `serve` for each client address: an office may sit behind one. */
export const clientLimits = {
  'ways-in': { purpose: 'ways-in', most: config.waysInPerClient, windowSeconds: 600 },
} as const satisfies Record<string, Limit>;

const Tries = z.object({ count: z.int(), until: z.iso.datetime() });
const keyOf = ({ purpose }: Limit, subject: string): string => `l|${pepperedHashOf(purpose, subject)}`;

/**
 * Counts a try before anything is done about it, so that many at once cannot slip by. It is the same for an address
 * without an account, and it never touches a session that is open.
 */
export async function takeTry({ now }: Pick<Visit, 'now'>, limit: Limit, subject: string): Promise<void> {
  const key = keyOf(limit, subject);
  for (;;) {
    const found = await points.read(key, Tries);
    const waitMs = found ? Date.parse(found.value.until) - now().getTime() : 0;
    const isOpen = found !== null && waitMs > 0;
    if (isOpen && found.value.count >= limit.most) throw problems.tooManyTries(Math.ceil(waitMs / 1000));

    const until = new Date(now().getTime() + limit.windowSeconds * 1000).toISOString();
    const next = isOpen ? { ...found.value, count: found.value.count + 1 } : { count: 1, until };
    const isCounted = found
      ? await points.replace(key, next, found.etag, limit.windowSeconds)
      : await points.create(key, next, limit.windowSeconds);
    if (isCounted) return;
  }
}

/** Success shows that the earlier tries were slips. */
export const forgetTries = async (limit: Limit, subject: string): Promise<void> =>
  void (await points.remove(keyOf(limit, subject)));
