import * as z from 'zod';
import { JoiningRole } from '#domain/accounts/account.ts';
import { OauthProvider } from '#domain/logins/login.ts';
import { type Point, points } from '#functions/platform/points.ts';
import { hashOf } from './secrets.ts';

const Form = z.object({
  name: z.string(),
  email: z.string(),
  age: z.int(),
  businessName: z.string(),
  slug: z.string(),
  passwordHash: z.string(),
});

/** What somebody asked for, to be done once the e-mail address is proved. A code of one kind is no code of another. */
export const Wish = z.discriminatedUnion('kind', [
  Form.extend({ kind: z.literal('join'), workspaceId: z.string(), role: JoiningRole }),
  Form.extend({ kind: z.literal('open'), currency: z.string(), timeZone: z.string() }),
  /** A login of another company, whose account comes once an address is proved. */
  z.object({
    kind: z.literal('login'),
    email: z.string(),
    name: z.string(),
    businessName: z.string(),
    slug: z.string(),
    provider: OauthProvider,
    subject: z.string(),
  }),
  z.object({ kind: z.literal('sign-in'), email: z.string(), slug: z.string().nullable() }),
  z.object({ kind: z.literal('reset'), email: z.string() }),
  /** Somebody signed in confirms that it is them: worth something in that session only. */
  z.object({ kind: z.literal('step-up'), email: z.string(), sessionId: z.string() }),
]);
export type Wish = z.infer<typeof Wish>;
export type WishOf<K extends Wish['kind']> = Extract<Wish, { kind: K }>;

/** A wish between form and proof. */
const Pending = z.object({
  wish: Wish,
  /** Null when the wish is not for this address: no code will ever fit. */
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
const keyOf = (ticket: string): string => `p|${hashOf(ticket)}`;

export const pendings = {
  add: (ticket: string, pending: Pending): Promise<boolean> => points.create(keyOf(ticket), pending, secondsToLive),

  /** Null when there is none, or it has expired. */
  async find(ticket: string, now: Date): Promise<Point<Pending> | null> {
    const found = await points.read(keyOf(ticket), Pending);
    return found && now.getTime() < Date.parse(found.value.expiresAt) ? found : null;
  },

  replace: (ticket: string, pending: Pending, etag: string): Promise<boolean> =>
    points.replace(keyOf(ticket), pending, etag, secondsToLive),

  /** With an ETag exactly one of many at once gets true. */
  remove: (ticket: string, etag?: string): Promise<boolean> => points.remove(keyOf(ticket), etag),
};
