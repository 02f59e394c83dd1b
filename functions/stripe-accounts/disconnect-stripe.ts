import type { StripeConnection } from '#domain/stripe-accounts/stripe-account.ts';
import type { Work } from '#functions/work.ts';
import { noFacts } from './account-facts.ts';
import { closePages } from './close-pages.ts';
import { noteConnection } from './note-connection.ts';
import { presentConnection } from './present-connection.ts';
import type { StripeAccount } from './stripe-account-store.ts';

/**
 * The account stays the business's, and within our reach: what was paid on it can still be given back. Twice is once,
 * and finishes what was cut off.
 */
export async function disconnectStripe(work: Work): Promise<StripeConnection> {
  const stored = await work.stripeAccount.find();
  const left = stored && (await leaveAccount(work, stored));
  const former = left?.former.map(({ account }) => account) ?? [];
  // After it is left, so that no new page is opened on it meanwhile.
  await closePages(work, former);
  return presentConnection(left);
}

async function leaveAccount(work: Work, stored: StripeAccount): Promise<StripeAccount> {
  const { account, country, former } = stored;
  if (account === null) return stored;
  const left = await work.stripeAccount.replace({
    ...stored,
    ...noFacts,
    account: null,
    connectedAt: null,
    former: [...former, { account, country }],
  });
  await noteConnection(work, { from: account, to: null });
  return left;
}
