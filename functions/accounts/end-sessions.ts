import { forgetConnections } from '#functions/presence/note-connection.ts';
import type { Visit } from '#functions/work.ts';
import { endSession } from './engine.ts';
import { aliveSessionsOf, changeRule, forgetProof, type SessionRow } from './session-rows.ts';

type Ground = Pick<Visit, 'now' | 'in'>;
type Which = {
  /** The id of the one that goes on. */
  except?: string;
  /** Only in this workspace; else in all. */
  workspaceId?: string;
};

/** Ends sessions of an account and closes its sockets; open pages go to the sign-in. Answers how many it ended. */
export async function endSessionsOf(visit: Ground, accountId: string, which: Which = {}): Promise<number> {
  return endAll(visit, await chosen(visit, accountId, which));
}

/** False when the account has no such session. */
export async function endSessionById(visit: Visit, accountId: string, sessionId: string): Promise<boolean> {
  const rows = await chosen(visit, accountId, {});
  return (
    (await endAll(
      visit,
      rows.filter(({ id }) => id === sessionId),
    )) > 0
  );
}

/**
 * After a promotion: what the new rights open asks for a proof first, also in a session that was just proved, and the
 * rule about second factors holds for the new role.
 */
export async function forgetProofsOf(visit: Visit, accountId: string, workspaceId: string): Promise<void> {
  await putRuleOnSessions(visit, accountId, workspaceId);
  await Promise.all((await chosen(visit, accountId, { workspaceId })).map(forgetProof));
}

/** The session check does not read the business: each session carries its rule about second factors. */
export async function putRuleOnSessions(visit: Visit, accountId: string, workspaceId: string): Promise<void> {
  const { secondFactorFor } = await visit.in(workspaceId).signInRules.get();
  const rows = await chosen(visit, accountId, { workspaceId });
  await Promise.all(rows.map((row) => changeRule(row, secondFactorFor)));
}

async function chosen({ now }: Ground, accountId: string, { except, workspaceId }: Which): Promise<SessionRow[]> {
  const rows = await aliveSessionsOf(accountId, now());
  return rows.filter((row) => row.id !== except && (workspaceId === undefined || row.workspaceId === workspaceId));
}

async function endAll(visit: Ground, rows: readonly SessionRow[]): Promise<number> {
  await Promise.all(rows.map(({ token }) => endSession(token)));
  await Promise.all(
    [...Map.groupBy(rows, ({ memberId }) => memberId)].map(async ([memberId, theirs]) => {
      const stores = visit.in(theirs[0]!.workspaceId);
      const sessionIds = theirs.map(({ id }) => id);
      await stores.notifications.forgetBrowsers(memberId, sessionIds);
      // First, because who goes on elsewhere is back with a new connection at once.
      await forgetConnections({ ...stores, now: visit.now }, memberId);
      await stores.live.disconnect(memberId);
    }),
  );
  return rows.length;
}
