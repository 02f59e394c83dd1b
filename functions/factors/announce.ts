import type { AuditAction } from '#domain/audit/entry.ts';
import type { SecurityEvent } from '#functions/accounts/security-mail.ts';
import { tellOwner } from '#functions/accounts/tell-owner.ts';
import type { Work } from '#functions/work.ts';

type Done = { action: AuditAction; event: SecurityEvent; factor: string };

/** A change of what protects an account is written down, and its owner is told. */
export async function announce(work: Work, { action, event, factor }: Done): Promise<void> {
  const { caller, members, audit, address } = work;
  await audit.add({
    action,
    by: { memberId: caller.memberId, name: caller.name },
    on: { kind: 'account', id: caller.accountId, name: caller.name },
    detail: { factor },
    address,
  });
  await tellOwner(work, { to: (await members.get(caller.memberId)).email, event, detail: factor });
}
