import type { Me } from '#domain/members/member.ts';
import { tellOwner } from '#functions/accounts/tell-owner.ts';
import type { Visit } from '#functions/work.ts';
import { factors } from './kept-factors.ts';

/** Who uses a recovery code has lost a factor, or is somebody else. */
export async function recoveryUsed(visit: Visit, { accountId, me: { member, workspace } }: By): Promise<void> {
  const left = (await factors.read(accountId)).recovery?.hashes.length ?? 0;
  await visit.in(workspace.id).audit.add({
    action: 'recovery-used',
    by: { memberId: member.id, name: member.name },
    on: { kind: 'account', id: accountId, name: member.name },
    detail: { count: String(left) },
    address: visit.address,
  });
  await tellOwner(visit, {
    to: member.email,
    event: 'recovery-used',
    detail: left === 1 ? 'One is left.' : `${left} are left.`,
  });
}

type By = { accountId: string; me: Me };
