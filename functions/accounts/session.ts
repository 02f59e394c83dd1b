import type { WayIn } from '#domain/sessions/session.ts';
import type { SecondFactorFor } from '#domain/workspaces/sign-in-rules.ts';
import * as z from 'zod';
import { clearedSessionCookie, sessionCookie, sessionTokenIn } from '#functions/platform/cookies.ts';
import { points } from '#functions/platform/points.ts';
import { forgetConnections } from '#functions/presence/note-connection.ts';
import type { Visit, Work } from '#functions/work.ts';
import { rememberDevice } from './device.ts';
import { rowKey } from './engine/keys.ts';
import { endSession, openSession, rememberMembership } from './engine.ts';
import type { Membership } from './find-account.ts';
import { hashOf, newToken } from './secrets.ts';
import { absoluteMs, findByToken, idleMs, isAlive, type SessionRow, slide } from './session-rows.ts';

const StoredUser = z.object({ row: z.object({ id: z.string(), hasSecondFactor: z.boolean().nullish() }) });
const longestAgent = 300;

export type Session = Membership & {
  id: string;
  accountId: string;
  provedAt: string;
  secondFactorFor: SecondFactorFor;
  hasSecondFactor: boolean;
};

/** The session of the cookie, in three point reads: the engine's own look-up makes more. */
export async function sessionOf({ headers, now }: Visit): Promise<Session | null> {
  const token = sessionTokenIn(headers);
  const found = token && (await findByToken(hashOf(token)));
  if (!found || !isAlive(found.row, now())) return null;

  const { id, userId, workspaceId, memberId, provedAt, secondFactorFor } = found.row;
  const user = await points.read(rowKey('user', userId), StoredUser);
  if (!user) return null;
  await slide(found, now());
  const hasSecondFactor = user.value.row.hasSecondFactor ?? false;
  return { id, accountId: userId, workspaceId, memberId, provedAt, secondFactorFor, hasSecondFactor };
}

/** A new session with a new id; the one the browser came with ends. */
export async function startSession(visit: Visit, accountId: string, membership: Membership, by: WayIn): Promise<void> {
  const before = await endSessionOf(visit);
  // Somebody else sat here: what that person still has open in this browser hears nothing more.
  if (before && before.memberId !== membership.memberId) {
    const { notifications, live } = visit.in(before.workspaceId);
    await notifications.forgetBrowsers(before.memberId, [before.id]);
    await live.disconnect(before.memberId);
  }
  const token = newToken();
  const createdAt = visit.now();
  const { secondFactorFor } = await visit.in(membership.workspaceId).signInRules.get();
  await openSession({
    ...membership,
    accountId,
    by,
    secondFactorFor,
    tokenHash: hashOf(token),
    ipAddress: visit.address,
    userAgent: (visit.headers.get('user-agent') ?? '').slice(0, longestAgent),
    provedAt: createdAt,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + idleMs),
  });
  await rememberMembership(accountId, membership);
  visit.cookies.push(sessionCookie(token, absoluteMs / 1000));
  rememberDevice(visit, accountId);
}

/** After the same person proved it again: a new id, and the proof is fresh. The way in stays what it was. */
export async function renewSession(visit: Visit): Promise<void> {
  const token = sessionTokenIn(visit.headers);
  const found = token && (await findByToken(hashOf(token)));
  if (!found) return;
  const { userId, workspaceId, memberId, by } = found.row;
  await startSession(visit, userId, { workspaceId, memberId }, by);
}

/** The cookie is cleared, and is worth nothing to who kept it. */
export async function signOut(work: Work): Promise<void> {
  const { caller, audit, live, cookies, address, notifications } = work;
  await endSessionOf(work);
  await notifications.forgetBrowsers(caller.memberId, [caller.sessionId]);
  cookies.push(clearedSessionCookie());
  await forgetConnections(work, caller.memberId);
  await live.disconnect(caller.memberId);
  await audit.add({ action: 'signed-out', by: { memberId: caller.memberId, name: caller.name }, address });
}

async function endSessionOf({ headers }: Visit): Promise<SessionRow | null> {
  const token = sessionTokenIn(headers);
  const found = token && (await findByToken(hashOf(token)));
  if (!found) return null;
  await endSession(found.row.token);
  return found.row;
}
