import * as z from 'zod';
import { clearedSessionCookie, sessionCookie, sessionTokenIn } from '#functions/platform/cookies.ts';
import { points } from '#functions/platform/points.ts';
import type { Visit } from '#functions/work.ts';
import { pointerKey, rowKey } from './engine/keys.ts';
import { endSession, openSession, rememberMembership } from './engine.ts';
import type { Membership } from './find-account.ts';
import { hashOf, newToken } from './secrets.ts';

const idleMs = 8 * 3_600_000;
const absoluteMs = 30 * 24 * 3_600_000;
/** A session in use is written at most this often. */
const slideMs = 10 * 60_000;
const secondsToLive = 31 * 24 * 3600;

const Pointer = z.object({ to: z.string() });
const StoredUser = z.object({ row: z.object({ id: z.string() }) });
const StoredSession = z.object({
  row: z.looseObject({
    id: z.string(),
    userId: z.string(),
    workspaceId: z.string(),
    memberId: z.string(),
    provedAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  }),
});
type Row = z.infer<typeof StoredSession>['row'];

export type Session = Membership & { id: string; accountId: string; provedAt: string };

/** The session of the cookie, in three point reads: the engine's own look-up makes more. */
export async function sessionOf({ headers, now }: Visit): Promise<Session | null> {
  const token = sessionTokenIn(headers);
  if (!token) return null;
  const pointer = await points.read(pointerKey('session', ['token'], [hashOf(token)]), Pointer);
  const found = pointer && (await points.read(rowKey('session', pointer.value.to), StoredSession));
  if (!found || !isAlive(found.value.row, now())) return null;

  const { id, userId, workspaceId, memberId, provedAt } = found.value.row;
  if (!(await points.read(rowKey('user', userId), StoredUser))) return null;
  await slide(found.value.row, found.etag, now());
  return { id, accountId: userId, workspaceId, memberId, provedAt };
}

const isAlive = ({ createdAt, expiresAt }: Row, now: Date): boolean =>
  now.getTime() < Date.parse(expiresAt) && now.getTime() < Date.parse(createdAt) + absoluteMs;

async function slide(row: Row, etag: string, now: Date): Promise<void> {
  const expiresAt = now.getTime() + idleMs;
  if (expiresAt - Date.parse(row.expiresAt) < slideMs) return;
  // A refused write means that another request slid it or ended it: both are fine.
  const slid = { ...row, expiresAt: new Date(expiresAt).toISOString() };
  await points.replace(rowKey('session', row.id), { row: slid }, etag, secondsToLive);
}

/** A new session with a new id; the one the browser came with ends. */
export async function startSession(visit: Visit, accountId: string, membership: Membership): Promise<void> {
  await endSessionOf(visit);
  const token = newToken();
  const createdAt = visit.now();
  const expiresAt = new Date(createdAt.getTime() + idleMs);
  await openSession({ ...membership, accountId, tokenHash: hashOf(token), provedAt: createdAt, createdAt, expiresAt });
  await rememberMembership(accountId, membership);
  visit.cookies.push(sessionCookie(token, absoluteMs / 1000));
}

export async function signOut(visit: Visit): Promise<void> {
  await endSessionOf(visit);
  visit.cookies.push(clearedSessionCookie());
}

async function endSessionOf({ headers }: Visit): Promise<void> {
  const token = sessionTokenIn(headers);
  if (token) await endSession(hashOf(token));
}
