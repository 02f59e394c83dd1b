import type Stripe from 'stripe';
import { describe, expect, test } from 'vitest';
import { stripe } from '#functions/platform/stripe.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { moveAccount, onboardOnPage } from '#functions/testing/stripe-pages.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { connectedAccounts, ownerOfAccount } from './account-owners.ts';
import { applyAccountEvent } from './apply-account-event.ts';
import { connectStripe } from './connect-stripe.ts';
import { disconnectStripe } from './disconnect-stripe.ts';
import { payingAccount } from './paying-account.ts';
import { presentConnection } from './present-connection.ts';
import { readAnew } from './read-anew.ts';

const norway = { country: 'NO' };
const asked = { state: 'onboarding', chargesEnabled: false, payoutsEnabled: false } as const;
const ready = { state: 'ready', chargesEnabled: true, payoutsEnabled: true, wanted: [], disabledReason: null } as const;

const connectionOf = async ({ stripeAccount }: Work) => presentConnection(await stripeAccount.find());
const accountOf = async (work: Work): Promise<string> => (await connectionOf(work)).accountId!;

/** A business that has told Stripe everything. */
async function connected(work: Work): Promise<string> {
  const { url } = await connectStripe(work, norway);
  await onboardOnPage(url);
  await readAnew(work);
  return accountOf(work);
}

/** An event as Stripe would send it; what it carries is an old story. */
const told = (type: string, account: string, object: object = {}) =>
  ({ id: 'evt_1', type, account, data: { object } }) as unknown as Stripe.Event;

describe('connecting a Stripe account', () => {
  test(
    "opens an account that is the business's own, and leads to Stripe's pages and back",
    withCrm(async (crm) => {
      const work = await crm.work('admin');
      const { url } = await connectStripe(work, norway);
      const { accountId, ...connection } = await connectionOf(work);
      expect(connection).toMatchObject({ ...asked, country: 'NO', disabledReason: null });
      expect(connection.wanted).toContain('A bank account for payouts');

      const account = await stripe.accounts.retrieve(accountId);
      expect(account).toMatchObject({ country: 'NO', metadata: { workspaceId: crm.workspace.id } });
      expect(account.controller).toMatchObject({
        stripe_dashboard: { type: 'full' },
        fees: { payer: 'account' },
        losses: { payments: 'stripe' },
        requirement_collection: 'stripe',
      });
      expect(await onboardOnPage(url, 'leave')).toBe('http://localhost:4280/settings/payments?stripe=back');
      // The link opens once: a second time it leads to where another is made.
      expect(await onboardOnPage(url)).toBe('http://localhost:4280/settings/payments?stripe=again');
    }),
  );

  test(
    'coming back claims nothing: payments go there once Stripe says so',
    withCrm(async (crm) => {
      const work = await crm.work('admin');
      const { url } = await connectStripe(work, norway);
      await onboardOnPage(url, 'leave');
      await readAnew(work);
      expect(await connectionOf(work)).toMatchObject(asked);
      expect(await payingAccount(work)).toBeNull();

      const { url: again } = await connectStripe(work, norway);
      await onboardOnPage(again);
      await readAnew(work);
      expect(await connectionOf(work)).toMatchObject(ready);
      expect(await payingAccount(work)).toBe(await accountOf(work));
    }),
  );

  test(
    'asked for again, goes on with the same account, whatever the country says',
    withCrm(async (crm) => {
      const work = await crm.work('admin');
      await connectStripe(work, norway);
      const account = await accountOf(work);
      await connectStripe(work, { country: 'US' });
      expect(await connectionOf(work)).toMatchObject({ accountId: account, country: 'NO' });
    }),
  );

  test(
    'cut off after Stripe answered, asks for the same account again',
    withCrm(async (crm) => {
      const work = await crm.work('admin');
      await connectStripe(work, norway);
      const account = await accountOf(work);
      const stored = (await work.stripeAccount.find())!;
      await work.stripeAccount.replace({ ...stored, attempt: 1, account: null, connectedAt: null });
      await connectStripe(work, norway);
      expect(await accountOf(work)).toBe(account);
    }),
  );

  test(
    'by two admins at once opens one account',
    withCrm(async (crm) => {
      const works = [await crm.work('admin'), await crm.work('admin')];
      const refusals = await Promise.all(works.map((work) => refusalOf(connectStripe(work, norway))));
      for (const refusal of refusals) expect([null, 412]).toContain(refusal?.status ?? null);
      await connectStripe(works[0]!, norway);
      const ours = (await connectedAccounts()).filter(({ workspaceId }) => workspaceId === crm.workspace.id);
      expect(ours.map(({ account }) => account)).toEqual([await accountOf(works[0]!)]);
    }),
  );

  test(
    'in a country where Stripe opens none is refused at the field, and another may be chosen',
    withCrm(async (crm) => {
      const work = await crm.work('admin');
      const refusal = await refusalOf(connectStripe(work, { country: 'KP' }));
      expect(refusal).toMatchObject({ status: 400, errors: [{ pointer: '/body/country' }] });
      await connectStripe(work, norway);
      expect(await connectionOf(work)).toMatchObject({ ...asked, country: 'NO' });
    }),
  );

  test(
    'stands in the audit log, and so does disconnecting',
    withCrm(async (crm) => {
      const work = await crm.work('admin');
      const account = await connected(work);
      await disconnectStripe(work);
      const action = 'settings-changed';
      expect(await work.audit.newest({ limit: 10 })).toMatchObject([
        { action, detail: { fields: 'Stripe account', from: account, to: 'none' } },
        { action, detail: { fields: 'Stripe account', from: 'none', to: account } },
      ]);
    }),
  );
});

describe('disconnecting', () => {
  test(
    'takes no more payments there; the account is still reached for what was paid',
    withCrm(async (crm) => {
      const work = await crm.work('admin');
      const account = await connected(work);
      expect(await disconnectStripe(work)).toMatchObject({ state: 'platform', accountId: null, country: 'NO' });
      expect(await payingAccount(work)).toBeNull();
      expect(await ownerOfAccount(account)).toBe(crm.workspace.id);
      expect((await disconnectStripe(work)).state).toBe('platform');
      expect((await work.stripeAccount.find())?.former).toEqual([{ account, country: 'NO' }]);
    }),
  );

  test(
    'and connecting in the same country again finds everything as it was; in another one begins anew',
    withCrm(async (crm) => {
      const work = await crm.work('admin');
      const account = await connected(work);
      await disconnectStripe(work);
      await connectStripe(work, norway);
      expect(await connectionOf(work)).toMatchObject({ ...ready, accountId: account });

      await disconnectStripe(work);
      await connectStripe(work, { country: 'DE' });
      const { accountId, country, state } = await connectionOf(work);
      expect({ country, state }).toEqual({ country: 'DE', state: 'onboarding' });
      expect(accountId).not.toBe(account);
    }),
  );
});

describe("Stripe's events about accounts", () => {
  test(
    'only say where to look: what is stored is what Stripe says now',
    withCrm(async (crm) => {
      const work = await crm.work('admin');
      const account = await connected(work);
      await moveAccount(account, 'disabled');
      await applyAccountEvent(told('account.updated', account, { charges_enabled: true }), work.report);
      expect(await connectionOf(work)).toMatchObject({
        ...asked,
        wanted: ['An identity document'],
        disabledReason: 'Stripe takes no payments on it until it knows what it asks for.',
      });
      expect(await payingAccount(work)).toBeNull();

      await moveAccount(account, 'enabled');
      await applyAccountEvent(told('account.updated', account, { charges_enabled: false }), work.report);
      expect(await connectionOf(work)).toMatchObject(ready);
    }),
  );

  test(
    'an access that was taken back ends the connection, and one that still stands does not',
    withCrm(async (crm) => {
      const work = await crm.work('admin');
      const account = await connected(work);
      const event = told('account.application.deauthorized', account);
      await applyAccountEvent(event, work.report);
      expect(await connectionOf(work)).toMatchObject({ ...ready, accountId: account });

      await moveAccount(account, 'deauthorized');
      await applyAccountEvent(event, work.report);
      expect(await connectionOf(work)).toMatchObject({
        state: 'platform',
        accountId: null,
        disabledReason: "The business took back StarOne's access to its Stripe account.",
      });
      expect(await ownerOfAccount(account)).toBeNull();
      await connectStripe(work, norway);
      expect(await accountOf(work)).not.toBe(account);
    }),
  );

  test(
    'taken back after a disconnect, an account is not connected again',
    withCrm(async (crm) => {
      const work = await crm.work('admin');
      const account = await connected(work);
      await disconnectStripe(work);
      await moveAccount(account, 'deauthorized');
      await applyAccountEvent(told('account.application.deauthorized', account), work.report);
      expect((await work.stripeAccount.find())?.former).toEqual([]);
      expect(await ownerOfAccount(account)).toBeNull();
    }),
  );

  test('of an account that is none of ours are reported and left', async () => {
    const reported: unknown[] = [];
    await applyAccountEvent(told('account.updated', 'acct_of_nobody'), (error) => reported.push(error));
    expect(String(reported)).toContain('acct_of_nobody');
  });

  test("of the deployment's own account, and of other kinds, are left", async () => {
    const report = (error: unknown) => expect.fail(String(error));
    await applyAccountEvent({ ...told('account.updated', ''), account: undefined } as unknown as Stripe.Event, report);
    await applyAccountEvent(told('payout.paid', 'acct_of_nobody'), report);
  });
});
