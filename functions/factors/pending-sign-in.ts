import * as z from 'zod';
import { signInLifeSeconds } from '#domain/factors/factor.ts';
import { problems } from '#domain/kernel/problem.ts';
import { WayIn } from '#domain/sessions/session.ts';
import { hashOf, newToken } from '#functions/accounts/secrets.ts';
import { clearedCookie, cookieIn, hostCookie } from '#functions/platform/cookies.ts';
import { type Point, points } from '#functions/platform/points.ts';
import type { Visit } from '#functions/work.ts';

/** A sign-in between the first factor and the second: there is no session yet. */
const Pending = z.object({
  accountId: z.string(),
  workspaceId: z.string(),
  memberId: z.string(),
  by: WayIn,
  expiresAt: z.iso.datetime(),
});
export type PendingSignIn = z.infer<typeof Pending>;

const cookie = 'sign-in';
const keyOf = (token: string): string => `s|${hashOf(token)}`;

export async function keepSignIn(visit: Visit, pending: Omit<PendingSignIn, 'expiresAt'>): Promise<void> {
  const token = newToken();
  const expiresAt = new Date(visit.now().getTime() + signInLifeSeconds * 1000).toISOString();
  await points.create(keyOf(token), { ...pending, expiresAt }, signInLifeSeconds);
  visit.cookies.push(hostCookie(cookie, token, signInLifeSeconds));
}

/** The one this browser began. */
export async function pendingSignInOf({ headers, now }: Visit): Promise<Point<PendingSignIn>> {
  const token = cookieIn(headers, cookie);
  const found = token && (await points.read(keyOf(token), Pending));
  if (!found || now().getTime() >= Date.parse(found.value.expiresAt)) throw problems.signInExpired();
  return found;
}

/** Of many at once one goes in. */
export async function endPendingSignIn(visit: Visit, { etag }: Point<PendingSignIn>): Promise<void> {
  const token = cookieIn(visit.headers, cookie);
  if (!token || !(await points.remove(keyOf(token), etag))) throw problems.signInExpired();
  visit.cookies.push(clearedCookie(cookie));
}
