import { Finding } from '#functions/platform/finding.ts';
import { unlessChanged } from '#functions/platform/unless-changed.ts';
import { type SystemWork, systemWork } from '#functions/work.ts';
import { readAccount } from './account-facts.ts';
import { forgetAccount, ownerOfAccount } from './account-owners.ts';
import { readAnew } from './read-anew.ts';

/** The kinds that say something about an account a business connected. */
export const accountEventTypes = ['account.updated', 'account.application.deauthorized'] as const;

type Told = { type: string; account?: string | null };

/** An event only says which account to look at: Stripe is asked how it stands now. */
export async function applyAccountEvent(event: Told, report: (error: unknown) => void): Promise<void> {
  const { account } = event;
  if (!accountEventTypes.some((type) => type === event.type) || !account) return;
  if (event.type === 'account.application.deauthorized') return forgetIfLost(account, report);
  const work = await workOfOwner(account, report);
  if (work) await readAnew(work);
}

/** Stripe lets us in no more, or its word of it is lost: the account is looked at, and let go. Safe to repeat. */
export async function forgetIfLost(account: string, report: (error: unknown) => void): Promise<void> {
  const work = await workOfOwner(account, report);
  if (!work) return;
  await readAnew(work);
  await forgetWithdrawn(work, account);
}

async function workOfOwner(account: string, report: (error: unknown) => void): Promise<SystemWork | null> {
  const workspaceId = await ownerOfAccount(account);
  if (workspaceId) return systemWork(workspaceId, report);
  report(new Finding('unknown_account', `Stripe told of ${account}, which is no account of ours`, { account }));
  return null;
}

/** Unless the business let us in again since. */
async function forgetWithdrawn(work: SystemWork, account: string): Promise<void> {
  if (await readAccount(work.stripe, account)) return;
  await leaveFormer(work, account);
  await forgetAccount(account);
}

async function leaveFormer({ stripeAccount }: SystemWork, account: string): Promise<void> {
  for (;;) {
    const stored = await stripeAccount.find();
    if (!stored?.former.some((one) => one.account === account)) return;
    const former = stored.former.filter((one) => one.account !== account);
    if (await unlessChanged(stripeAccount.replace({ ...stored, former }))) return;
  }
}
