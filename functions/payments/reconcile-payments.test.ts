import { Stripe } from 'stripe';
import { describe, expect, test, vi } from 'vitest';
import { payOnPage } from '#infra/people/pay.ts';
import { container } from '#functions/platform/cosmos.ts';
import { stripe, stripeOn } from '#functions/platform/stripe.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { lettersOf } from '#functions/testing/letters.ts';
import { make } from '#functions/testing/make.ts';
import { compareLedger } from './compare-ledger.ts';
import { confirmPayment } from './confirm-payment.ts';
import { inboxStore } from './inbox-store.ts';
import { openCheckout } from './open-checkout.ts';
import { finish, reconcileAccount } from './reconcile-payments.ts';
import { settlePayment } from './settle-payment.ts';
import { unsettledPayments } from './unsettled-payments.ts';
import { atPayPage, eventsOn, fail, happen } from './testing/at-stripe.ts';

const today = () => new Date().toISOString().slice(0, 10);
const soon = () => new Date(Date.now() + 60_000).toISOString();
type At = Awaited<ReturnType<typeof atPayPage>>;
const forget = async ({ customer, stored }: At) => {
  const { attempts, ...payment } = await stored();
  return customer.payments.replace({
    ...payment,
    attempts: attempts.with(-1, { ...attempts.at(-1)!, sessionId: null }),
  });
};

describe('F227 when every webhook was lost', () => {
  test(
    'a payment is back after the reconciler, and its events are worked through',
    withCrm(async (crm) => {
      const { account, url, stored } = await atPayPage(crm);
      await payOnPage(url);
      await reconcileAccount(account, new Date(), fail);
      expect((await stored()).status).toBe('paid');
      const completed = (await eventsOn(account)).find(({ type }) => type === 'checkout.session.completed')!;
      expect(await inboxStore.isKnown(completed.id)).toBe(true);

      const once = await stored();
      await reconcileAccount(account, new Date(), fail);
      expect(await stored()).toEqual(once);
    }),
  );

  test(
    'a refund and a dispute made at Stripe are back, too',
    withCrm(async (crm) => {
      const { account, url, stored } = await atPayPage(crm);
      await payOnPage(url);
      await happen('refund', { payment: (await stored()).attempts[0]!.sessionId, amount: 2_500 });
      await happen('dispute', { payment: (await stored()).attempts[0]!.sessionId, to: 'open' });
      await reconcileAccount(account, new Date(), fail);
      expect(await stored()).toMatchObject({
        status: 'disputed',
        refunded: 2_500,
        counted: 7_500,
        refunds: [{ by: null, amount: 2_500, status: 'succeeded' }],
        dispute: { status: 'open', amount: 7_500 },
      });
    }),
  );

  test(
    'what cannot be read holds up nothing: it is set aside, and looked at by itself',
    withCrm(async (crm) => {
      const at = await atPayPage(crm);
      await payOnPage(at.url);
      const { id, account } = await at.stored();
      const now = new Date();
      const reports: unknown[] = [];
      const setCurrency = (value: string) =>
        container('payments')
          .item(id, crm.workspace.id)
          .patch([{ op: 'set', path: '/currency', value }]);
      await setCurrency('none that can be read');
      await reconcileAccount(account, now, (error) => reports.push(error));
      expect(String(reports)).toContain('currency');
      expect((await inboxStore.cursor(account)).createdFrom).toBe(Math.floor(now.getTime() / 1000));
      const completed = (await eventsOn(account!)).find(({ type }) => type === 'checkout.session.completed')!;
      expect(await lettersOf({ workspaceId: 'stripe' })).toContainEqual(
        expect.objectContaining({ documentId: completed.id }),
      );

      await setCurrency('USD');
      const [noted] = (await unsettledPayments.before(soon())).filter(({ paymentId }) => paymentId === id);
      await finish(noted!, fail);
      expect((await at.stored()).status).toBe('paid');
    }),
  );

  test(
    'while Stripe is away the cursor stays where it is',
    withCrm(async (crm) => {
      const { account, url, stored } = await atPayPage(crm);
      await payOnPage(url);
      const away = new Stripe.errors.StripeConnectionError({ type: 'api_error', message: 'Stripe is away' });
      const retrieve = vi.spyOn(stripe.checkout.sessions, 'retrieve').mockRejectedValue(away);
      await expect(reconcileAccount(account, new Date(), fail)).rejects.toThrow('away');
      retrieve.mockRestore();
      expect((await inboxStore.cursor(account)).createdFrom).toBe(0);
      await reconcileAccount(account, new Date(), fail);
      expect((await stored()).status).toBe('paid');
    }),
  );
});

describe('what nobody finished', () => {
  const noted = async ({ paymentId }: At) =>
    (await unsettledPayments.before(soon())).find((one) => one.paymentId === paymentId);
  const finishIt = async (at: At) => finish((await noted(at))!, fail);

  test(
    'a pending payment is looked at again, until its page is closed',
    withCrm(async (crm) => {
      const at = await atPayPage(crm);
      await finishIt(at);
      expect(await noted(at)).toBeDefined();
      await stripe.checkout.sessions.expire((await at.stored()).attempts[0]!.sessionId!, {}, stripeOn(at.account));
      await finishIt(at);
      expect(await at.stored()).toMatchObject({ status: 'expired', attempts: [{ page: 'expired' }] });
      expect(await noted(at)).toBeUndefined();
    }),
  );

  test(
    'a page whose address nobody ever got is closed',
    withCrm(async (crm) => {
      const at = await atPayPage(crm);
      await forget(at);
      await finishIt(at);
      expect(await at.stored()).toMatchObject({ status: 'expired', attempts: [{ sessionId: null, page: 'expired' }] });
      expect(await noted(at)).toBeUndefined();
    }),
  );

  test(
    'a page whose id was lost and that was paid all the same is known by its event',
    withCrm(async (crm) => {
      const at = await atPayPage(crm);
      const sessionId = (await at.stored()).attempts[0]!.sessionId;
      await forget(at);
      await payOnPage(at.url);
      await reconcileAccount(at.account, new Date(), fail);
      expect(await at.stored()).toMatchObject({ status: 'paid', attempts: [{ sessionId, page: 'paid' }] });
    }),
  );

  test(
    'a refund that was stored and never asked for is asked for once',
    withCrm(async (crm) => {
      const at = await atPayPage(crm);
      await payOnPage(at.url);
      await confirmPayment(at.customer, at.paymentId);
      const refund = {
        id: crypto.randomUUID(),
        amount: 4_000,
        reason: 'other',
        note: '',
        status: 'asked',
        failureReason: null,
        by: { id: crypto.randomUUID(), name: 'Ada' },
        at: new Date().toISOString(),
        stripeId: null,
      } as const;
      await at.customer.payments.replace({ ...(await at.stored()), refunds: [refund] });
      expect(await noted(at)).toBeDefined();

      await settlePayment(crm.system(), at.paymentId);
      await finishIt(at);
      expect(await at.stored()).toMatchObject({
        status: 'partially-refunded',
        refunded: 4_000,
        counted: 6_000,
        refunds: [{ id: refund.id, status: 'succeeded' }],
      });
      expect((await stripe.refunds.list({ limit: 10 }, stripeOn(at.account))).data).toHaveLength(1);
      expect(await noted(at)).toBeUndefined();
    }),
  );
});

describe("the day's ledger", () => {
  const compared = async ({ account }: At) => {
    const reports: string[] = [];
    await compareLedger({ account, day: today() }, (error) => reports.push(String(error)));
    return reports;
  };

  test(
    'R5 says nothing while it equals what Stripe moved',
    withCrm(async (crm) => {
      const at = await atPayPage(crm);
      await payOnPage(at.url);
      await happen('refund', { payment: (await at.stored()).attempts[0]!.sessionId, amount: 100 });
      await reconcileAccount(at.account, new Date(), fail);
      expect(await compared(at)).toEqual([]);
    }),
  );

  test(
    'tells of a payment that no event told of, and stores it',
    withCrm(async (crm) => {
      const at = await atPayPage(crm);
      await payOnPage(at.url);
      expect(await compared(at)).toEqual([expect.stringContaining('differed, and was mended')]);
      expect((await at.stored()).status).toBe('paid');
      expect(await compared(at)).toEqual([]);
    }),
  );

  test(
    'tells of a sum that is not what was paid',
    withCrm(async (crm) => {
      const at = await atPayPage(crm);
      await payOnPage(at.url);
      await confirmPayment(at.customer, at.paymentId);
      const paid = await at.stored();
      await at.customer.payments.replace({ ...paid, amount: paid.amount + 1 });
      expect((await compared(at)).join()).toContain('differs');
    }),
  );

  test(
    'one that cannot be read is told of and holds up no other',
    withCrm(async (crm) => {
      const at = await atPayPage(crm);
      const { paymentId, url } = await openCheckout(at.customer, make.checkoutDraft());
      await payOnPage(at.url);
      await payOnPage(url);
      for (const [broken, other] of [
        [at.paymentId, paymentId],
        [paymentId, at.paymentId],
      ]) {
        const setCurrency = (value: string) =>
          container('payments')
            .item(broken!, crm.workspace.id)
            .patch([{ op: 'set', path: '/currency', value }]);
        await setCurrency('none that can be read');
        expect((await compared(at)).join()).toContain('Unknown currency');
        await setCurrency('USD');
        expect((await at.customer.payments.get(other!)).status).toBe('paid');
      }
    }),
  );
});
