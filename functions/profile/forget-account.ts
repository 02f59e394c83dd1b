import { deleteAccount } from '#functions/accounts/engine.ts';
import { forgetFactors } from '#functions/factors/forget-factors.ts';
import { memberships } from './memberships.ts';

/** The account is the person's in all businesses: it goes with the last one. */
export async function forgetAccount(
  workspaceId: string,
  { memberId, accountId }: { memberId: string; accountId: string },
): Promise<void> {
  await memberships.remove(accountId, { workspaceId, memberId });
  if ((await memberships.of(accountId)).length > 0) return;
  await forgetFactors(accountId);
  await deleteAccount(accountId);
  await memberships.forget(accountId);
}
