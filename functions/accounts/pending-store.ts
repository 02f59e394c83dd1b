import * as z from 'zod';
import { JoiningRole } from '#domain/accounts/account.ts';
import { type Point, points } from '#functions/platform/points.ts';
import { hashOf } from './secrets.ts';

const Person = z.object({
  name: z.string(),
  email: z.string(),
  age: z.int(),
  businessName: z.string(),
  slug: z.string(),
});

/** What somebody asked for, to be done once the e-mail address is proved. */
export const Wish = z.discriminatedUnion('kind', [
  Person.extend({ kind: z.literal('join'), workspaceId: z.string(), role: JoiningRole }),
  Person.extend({ kind: z.literal('open'), currency: z.string(), timeZone: z.string() }),
]);
export type Wish = z.infer<typeof Wish>;

/** A sign-up between form and proof. There is no account yet. */
const Pending = z.object({
  wish: Wish,
  passwordHash: z.string(),
  /** Null when the address has an account: no code will ever fit. */
  codeHash: z.string().nullable(),
  triesLeft: z.int(),
  sentAt: z.iso.datetime(),
  /** The right code came, and until then nobody else may act on it: a try that was cut off is taken up afterwards. */
  claimedUntil: z.iso.datetime().nullable(),
  expiresAt: z.iso.datetime(),
});
export type Pending = z.infer<typeof Pending>;

// A little longer than the code lives: Cosmos DB only sweeps up, `expiresAt` decides.
const secondsToLive = 900;
const keyOf = (signUpId: string): string => `p|${hashOf(signUpId)}`;

export const pendingSignUps = {
  add: (signUpId: string, pending: Pending): Promise<boolean> => points.create(keyOf(signUpId), pending, secondsToLive),

  /** Null when there is none, or it has expired. */
  async find(signUpId: string, now: Date): Promise<Point<Pending> | null> {
    const found = await points.read(keyOf(signUpId), Pending);
    return found && now.getTime() < Date.parse(found.value.expiresAt) ? found : null;
  },

  replace: (signUpId: string, pending: Pending, etag: string): Promise<boolean> =>
    points.replace(keyOf(signUpId), pending, etag, secondsToLive),

  /** With an ETag exactly one of many at once gets true. */
  remove: (signUpId: string, etag?: string): Promise<boolean> => points.remove(keyOf(signUpId), etag),
};
