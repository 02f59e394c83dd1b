import * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { hashOf, newToken } from '#functions/accounts/secrets.ts';
import { clearedCookie, cookieIn, hostCookie } from '#functions/platform/cookies.ts';
import { points } from '#functions/platform/points.ts';
import type { Visit } from '#functions/work.ts';

/** What a passkey's answer may be used for, and by whom. `accountId` is null before anybody is known. */
export type Purpose = { act: 'register' | 'sign-in' | 'second-factor' | 'step-up'; accountId: string | null };

const Challenge = z.object({
  challenge: z.string(),
  act: z.string(),
  accountId: z.string().nullable(),
  expiresAt: z.iso.datetime(),
});

export const challengeLifeSeconds = 300;
const cookie = 'passkey';
const keyOf = (token: string): string => `c|${hashOf(token)}`;

/** Random bytes for one passkey answer in this browser. */
export async function newChallenge(visit: Visit, purpose: Purpose): Promise<Uint8Array<ArrayBuffer>> {
  const token = newToken();
  const challenge = newToken();
  const expiresAt = new Date(visit.now().getTime() + challengeLifeSeconds * 1000).toISOString();
  await points.create(keyOf(token), { ...purpose, challenge, expiresAt }, challengeLifeSeconds);
  visit.cookies.push(hostCookie(cookie, token, challengeLifeSeconds));
  return Uint8Array.from(Buffer.from(challenge, 'base64url'));
}

/** The challenge this browser was given for the purpose; it is used up, whatever comes of it. */
export async function takeChallenge(visit: Visit, { act, accountId }: Purpose): Promise<string> {
  const token = cookieIn(visit.headers, cookie);
  const found = token && (await points.read(keyOf(token), Challenge));
  if (!found || !(await points.remove(keyOf(token), found.etag))) throw problems.badPasskey();
  visit.cookies.push(clearedCookie(cookie));
  const { value } = found;
  const isFor = value.act === act && value.accountId === accountId;
  if (!isFor || visit.now().getTime() >= Date.parse(value.expiresAt)) throw problems.badPasskey();
  return value.challenge;
}
