import * as z from 'zod';
import { LoginProvider, NextPath, OauthProvider } from '#domain/logins/login.ts';
import { hashOf, newToken } from '#functions/accounts/secrets.ts';
import { cookieIn, hostCookie } from '#functions/platform/cookies.ts';
import { points } from '#functions/platform/points.ts';
import type { Visit } from '#functions/work.ts';

/** What somebody wants who was sent to a company. */
const Intent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sign-in'), slug: z.string().nullable(), next: NextPath.nullable() }),
  z.object({
    kind: z.literal('link'),
    workspaceId: z.string(),
    accountId: z.string(),
    sessionId: z.string(),
  }),
]);
export type Intent = z.infer<typeof Intent>;

/** A sign-in that is under way at a company. */
const Started = z.object({
  provider: LoginProvider,
  /** Of the browser that was sent there: nobody else can bring back what comes of it. */
  browserHash: z.string(),
  /** What the exchange of the code needs; null where the browser exchanges it. */
  exchange: z.object({ codeVerifier: z.string(), nonce: z.string() }).nullable(),
  intent: Intent,
  expiresAt: z.iso.datetime(),
});
export type Started = z.infer<typeof Started>;

/** A login whose company vouches for no address: it waits for one. */
const Unproved = z.object({
  provider: OauthProvider,
  subject: z.string(),
  name: z.string(),
  slug: z.string(),
  browserHash: z.string(),
  expiresAt: z.iso.datetime(),
});
export type Unproved = z.infer<typeof Unproved>;

const lifeSeconds = 600;
const cookieName = 'login';
const startedKey = (state: string): string => `o|${hashOf(state)}`;
const unprovedKey = (browserHash: string): string => `o|email|${browserHash}`;
const isAlive = ({ expiresAt }: { expiresAt: string }, now: Date): boolean => now.getTime() < Date.parse(expiresAt);

/** Two tabs of one browser share its name, so that both may be under way. */
function nameBrowser(visit: Visit): string {
  const token = cookieIn(visit.headers, cookieName) ?? newToken();
  visit.cookies.push(hostCookie(cookieName, token, lifeSeconds));
  return hashOf(token);
}

function browserOf({ headers }: Visit): string | null {
  const token = cookieIn(headers, cookieName);
  return token && hashOf(token);
}

const expiry = ({ now }: Visit): string => new Date(now().getTime() + lifeSeconds * 1000).toISOString();

type New = Pick<Started, 'provider' | 'exchange' | 'intent'>;

export const startedLogins = {
  /** `state` names it: the OAuth state, or the nonce where there is none. */
  async add(visit: Visit, state: string, login: New): Promise<void> {
    const started: Started = { ...login, browserHash: nameBrowser(visit), expiresAt: expiry(visit) };
    await points.create(startedKey(state), started, lifeSeconds);
  },

  /** Once, by the browser it was started in; null for everybody else. */
  async take(visit: Visit, provider: LoginProvider, state: string): Promise<Started | null> {
    const found = await points.read(startedKey(state), Started);
    if (!found || found.value.provider !== provider || found.value.browserHash !== browserOf(visit)) return null;
    const isMine = await points.remove(startedKey(state), found.etag);
    return isMine && isAlive(found.value, visit.now()) ? found.value : null;
  },
};

export const unprovedLogins = {
  async add(visit: Visit, login: Omit<Unproved, 'browserHash' | 'expiresAt'>): Promise<void> {
    const browserHash = nameBrowser(visit);
    const unproved: Unproved = { ...login, browserHash, expiresAt: expiry(visit) };
    await points.remove(unprovedKey(browserHash));
    await points.create(unprovedKey(browserHash), unproved, lifeSeconds);
  },

  /** It may be looked at again, for another address, while it lives. */
  async find(visit: Visit): Promise<Unproved | null> {
    const browserHash = browserOf(visit);
    const found = browserHash && (await points.read(unprovedKey(browserHash), Unproved));
    return found && isAlive(found.value, visit.now()) ? found.value : null;
  },
};
