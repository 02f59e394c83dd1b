import { describe, expect, test } from 'vitest';
import { refusalOf } from '#functions/testing/refusal.ts';
import { asSharedDeployment } from '#functions/testing/shared-deployment.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { noFacts } from './account-facts.ts';
import { claimAccount, connectedAccounts, forgetAccount, ownerOfAccount } from './account-owners.ts';
import { payingAccount } from './paying-account.ts';
import { presentConnection } from './present-connection.ts';
import type { NewStripeAccount } from './stripe-account-store.ts';

const connected = { account: 'acct_1', connectedAt: '2026-11-20T09:00:00.000Z' };

const withAccount = (crm: Crm, change: Partial<NewStripeAccount>) =>
  crm.system().stripeAccount.add({
    ...noFacts,
    attempt: 2,
    country: 'NO',
    account: null,
    connectedAt: null,
    former: [],
    ...change,
  });

type Stored = Partial<NewStripeAccount> | null;

describe.each<[string, Stored, 'none' | 'onboarding' | 'ready']>([
  ['nothing was connected', null, 'none'],
  ['Stripe still wants something', connected, 'onboarding'],
  ['the account is ready', { ...connected, chargesEnabled: true }, 'ready'],
  ['it was disconnected', { former: [{ account: 'acct_1', country: 'NO' }] }, 'none'],
])('where %s', (_, change, state) => {
  const account = state === 'ready' ? 'acct_1' : null;
  test(
    'the one business of a deployment can be paid anyway',
    withCrm(async (crm) => {
      const stored = change && (await withAccount(crm, change));
      expect(await payingAccount(crm.system())).toBe(account);
      expect(presentConnection(stored).state).toBe(state === 'none' ? 'platform' : state);
    }),
  );

  test(
    'one of many is paid on a ready account only',
    withCrm(async (crm) => {
      const stored = change && (await withAccount(crm, change));
      await asSharedDeployment(async () => {
        expect(presentConnection(stored).state).toBe(state);
        const refusal = await refusalOf(payingAccount(crm.system()));
        const said = refusal && `${refusal.status} ${refusal.detail}`;
        expect(said).toBe(account ? null : '409 Marlow Street Jewellers cannot take payments yet.');
      });
    }),
  );
});

test(
  'the reconciler is told of every account of a business until it lets us in no more',
  withCrm(async ({ workspace: { id } }) => {
    const accounts = [`acct_${crypto.randomUUID()}`, `acct_${crypto.randomUUID()}`];
    for (const account of [...accounts, ...accounts]) await claimAccount(account, id);
    const ours = async () =>
      (await connectedAccounts()).filter(({ workspaceId }) => workspaceId === id).map(({ account }) => account);
    expect((await ours()).toSorted()).toEqual(accounts.toSorted());
    expect(await ownerOfAccount(accounts[0]!)).toBe(id);

    for (const account of [accounts[0]!, accounts[0]!]) await forgetAccount(account);
    expect(await ours()).toEqual([accounts[1]]);
    expect(await ownerOfAccount(accounts[0]!)).toBeNull();
  }),
);
