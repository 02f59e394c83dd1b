import type { Work } from '#functions/work.ts';

/** Writes into the audit log which account takes payments now. */
export async function noteConnection(
  { audit, caller, workspaceId, address }: Work,
  { from, to }: { from: string | null; to: string | null },
): Promise<void> {
  await audit.add({
    action: 'settings-changed',
    by: { memberId: caller.memberId, name: caller.name },
    on: { kind: 'workspace', id: workspaceId, name: 'Payments' },
    detail: { fields: 'Stripe account', from: from ?? 'none', to: to ?? 'none' },
    address,
  });
}
