import { describe, expect, test } from 'vitest';
import { confirmPayment } from '#functions/payments/confirm-payment.ts';
import { fulfilPayment } from '#functions/payments/fulfil-payment.ts';
import { openCheckout } from '#functions/payments/open-checkout.ts';
import { payAgain } from '#functions/payments/pay-again.ts';
import { reconcileOrForget } from '#functions/payments/reconcile-payments.ts';
import { refundPayment } from '#functions/payments/refund-payment.ts';
import { settlePayment } from '#functions/payments/settle-payment.ts';
import { stripe, stripeOn } from '#functions/platform/stripe.ts';
import { make } from '#functions/testing/make.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { asSharedDeployment } from '#functions/testing/shared-deployment.ts';
import { moveAccount, onboardOnPage } from '#functions/testing/stripe-pages.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { payOnPage } from '#infra/people/pay.ts';
import { ownerOfAccount } from './account-owners.ts';
import { connectStripe } from './connect-stripe.ts';
import { disconnectStripe } from './disconnect-stripe.ts';
import { readAnew } from './read-anew.ts';

async function connected(crm: Crm) {
  const [admin, customer] = [await crm.work('admin'), await crm.work('customer')];
  const { url } = await connectStripe(admin, { country: 'NO' });
  await onboardOnPage(url);
  const account = (await readAnew(admin))!.account!;
  return { admin, customer, account };
}

describe('a business with an account of its own', () => {
  test(
    'is paid straight to it, and gives back from it after a disconnect, too',
    withCrm(async (crm) => {
      const { admin, customer, account } = await connected(crm);
      const { paymentId, url } = await openCheckout(customer, make.checkoutDraft());
      await payOnPage(url);
      expect(await confirmPayment(customer, paymentId)).toMatchObject({ status: 'paid' });
      const { charge, ...stored } = await admin.payments.get(paymentId);
      expect(stored.account).toBe(account);
      expect(await stripe.charges.retrieve(charge!.id, {}, stripeOn(account))).toMatchObject({ amount: 10_000 });

      await disconnectStripe(admin);
      const draft = { refundId: crypto.randomUUID(), amount: 4000, reason: 'requested-by-customer', note: '' } as const;
      expect(await refundPayment(admin, paymentId, draft)).toMatchObject({ refunded: 4000 });
      const refunds = await stripe.refunds.list({ charge: charge!.id }, stripeOn(account));
      expect(refunds.data).toMatchObject([{ amount: 4000 }]);
    }),
  );

  test(
    'once it is disconnected, nobody can pay there any more, not even on a page that was open',
    withCrm(async (crm) => {
      const { admin, customer, account } = await connected(crm);
      const { paymentId, url } = await openCheckout(customer, make.checkoutDraft());
      await disconnectStripe(admin);
      await payOnPage(url);
      await fulfilPayment(admin, paymentId);
      expect(await admin.payments.get(paymentId)).toMatchObject({ status: 'expired', account });

      // The same wish can be paid again, where the business is paid now.
      const again = await payAgain(customer, paymentId);
      await payOnPage(again.url);
      expect(await confirmPayment(customer, paymentId)).toMatchObject({ status: 'paid' });
      expect((await admin.payments.get(paymentId)).account).toBeNull();
    }),
  );

  test(
    'that took the account away: who was about to pay there can pay elsewhere a day later, when that page is closed',
    withCrm(async (crm) => {
      const { admin, customer, account } = await connected(crm);
      const { paymentId } = await openCheckout(customer, make.checkoutDraft());
      await moveAccount(account, 'deauthorized');
      await readAnew(admin);
      const system = crm.system();
      expect(await settlePayment(system, paymentId)).toBe(false);
      expect(await admin.payments.get(paymentId)).toMatchObject({ status: 'pending' });

      const tomorrow = new Date(Date.now() + 25 * 3_600_000);
      expect(await settlePayment({ ...system, now: () => tomorrow }, paymentId)).toBe(true);
      await payOnPage((await payAgain(customer, paymentId)).url);
      expect(await confirmPayment(customer, paymentId)).toMatchObject({ status: 'paid' });
    }),
  );

  test(
    'that took the account away is reconciled no more, also when the event that says so was lost',
    withCrm(async (crm) => {
      const { admin, account } = await connected(crm);
      await moveAccount(account, 'deauthorized');
      const fail = (error: unknown) => {
        throw error;
      };
      await expect(reconcileOrForget(account, new Date(), fail)).rejects.toThrow(account);
      expect(await ownerOfAccount(account)).toBeNull();
      expect((await admin.stripeAccount.find())?.account).toBeNull();
    }),
  );

  test(
    'that took the account away gives nothing back here, and nobody reads what Stripe calls it',
    withCrm(async (crm) => {
      const { admin, customer, account } = await connected(crm);
      const { paymentId, url } = await openCheckout(customer, make.checkoutDraft());
      await payOnPage(url);
      await confirmPayment(customer, paymentId);
      await moveAccount(account, 'deauthorized');
      const draft = { refundId: crypto.randomUUID(), amount: 4000, reason: 'other', note: '' } as const;
      expect(await refusalOf(refundPayment(admin, paymentId, draft))).toMatchObject({ status: 409 });
      const failureReason =
        'The Stripe account on which it was paid is no longer connected. Please refund it in Stripe.';
      expect((await admin.payments.get(paymentId)).refunds).toMatchObject([{ status: 'failed', failureReason }]);
    }),
  );

  test(
    'that Stripe stopped cannot be paid where many share a deployment, and nothing is stored of the try',
    withCrm(async (crm) => {
      const { admin, customer, account } = await connected(crm);
      await moveAccount(account, 'disabled');
      await readAnew(admin);
      await asSharedDeployment(async () => {
        const draft = make.checkoutDraft();
        expect(await refusalOf(openCheckout(customer, draft))).toMatchObject({ status: 409 });
        expect(await admin.payments.find(draft.attemptId)).toBeNull();
      });
    }),
  );
});
