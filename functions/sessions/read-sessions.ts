import type { Session } from '#domain/sessions/session.ts';
import { deviceName } from '#functions/accounts/device-name.ts';
import { aliveSessionsOf, lastSeenAt, type SessionRow } from '#functions/accounts/session-rows.ts';
import type { Work } from '#functions/work.ts';

type Sessions = { items: Session[] };

/** Mine, in every workspace: the account is one. */
export async function readOwnSessions({ caller, now }: Work): Promise<Sessions> {
  const rows = await aliveSessionsOf(caller.accountId, now());
  return { items: rows.map((row) => sessionFrom(row, caller.sessionId)) };
}

/** What an admin sees of a member: the sessions of this workspace only. */
export async function readMemberSessions({ caller, members, now }: Work, memberId: string): Promise<Sessions> {
  const { accountId } = await members.get(memberId);
  const rows = (await aliveSessionsOf(accountId, now())).filter((row) => row.memberId === memberId);
  return { items: rows.map((row) => sessionFrom(row, caller.sessionId)) };
}

const sessionFrom = (row: SessionRow, currentId: string): Session => ({
  id: row.id,
  device: deviceName(row.userAgent),
  place: row.ipAddress,
  by: row.by,
  createdAt: row.createdAt,
  lastSeenAt: lastSeenAt(row),
  isCurrent: row.id === currentId,
});
