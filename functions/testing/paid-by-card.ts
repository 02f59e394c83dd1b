import { fulfilPayment } from '#functions/payments/fulfil-payment.ts';
import { atPayPage } from '#functions/payments/testing/at-stripe.ts';
import { stripe, stripeOn } from '#functions/platform/stripe.ts';
import { payOnPage } from '#infra/people/pay.ts';
import type { Crm } from './with-crm.ts';

/** A customer's payment of $100.00, paid by that card on the business's own account. */
export async function paidByCard(crm: Crm, card?: string) {
  const { customer, paymentId, url, account } = await atPayPage(crm);
  await payOnPage(url, card);
  const { charge } = await fulfilPayment(customer, paymentId);
  const intentId = charge!.intentId;
  const refundsAtStripe = async () =>
    (await stripe.refunds.list({ payment_intent: intentId, limit: 100 }, stripeOn(account))).data;
  return {
    customer,
    paymentId,
    intentId,
    account,
    refundsAtStripe,
    /** What Stripe gave back in truth. */
    givenAtStripe: async () =>
      (await refundsAtStripe())
        .filter(({ status }) => status !== 'failed')
        .reduce((sum, { amount }) => sum + amount, 0),
  };
}
