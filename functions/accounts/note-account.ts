import type { AuditNote } from '#domain/audit/entry.ts';
import type { Visit } from '#functions/work.ts';
import type { Account } from './find-account.ts';

type Note = Pick<AuditNote, 'action' | 'by' | 'detail'>;

/** Writes down what happened to an account, in the business it was in last: an account itself belongs to none. */
export async function noteOnAccount(visit: Visit, account: Account, note: Note): Promise<void> {
  if (!account.last) return;
  const { id, email: name, last } = account;
  await visit.in(last.workspaceId).audit.add({ ...note, on: { kind: 'account', id, name }, address: visit.address });
}

/** The person of an account, as its business knows them. */
export async function personOf(visit: Visit, { email, last }: Account): Promise<AuditNote['by']> {
  if (!last) return null;
  const member = await visit.in(last.workspaceId).members.find(last.memberId);
  return { memberId: last.memberId, name: member?.name ?? email };
}
