import type { Caller } from '#domain/kernel/access.ts';
import type { CheckoutDraft } from '#domain/payments/drafts.ts';
import type { RefundDraft } from '#domain/payments/refund.ts';
import { openCheckout } from '#functions/payments/open-checkout.ts';
import { receiveStripeEvent } from '#functions/payments/receive-stripe-event.ts';
import { reconcilePayments } from '#functions/payments/reconcile-payments.ts';
import { refundPayment } from '#functions/payments/refund-payment.ts';
import type { StripeNews } from '#functions/payments/stripe-news.ts';
import { workInbox } from '#functions/payments/work-inbox.ts';
import { visitOf, workFor } from '#functions/work.ts';

/** What a crash may meet in the middle. */
export type Order =
  | { do: 'checkout'; caller: Caller; draft: CheckoutDraft }
  | { do: 'webhook'; body: string; signature: string }
  | { do: 'inbox'; news: StripeNews }
  | { do: 'refund'; caller: Caller; paymentId: string; draft: RefundDraft }
  | { do: 'reconcile'; now: string };

const report = (error: unknown): void => console.error(error);
const workOf = (caller: Caller) => workFor(caller, visitOf(new Headers(), report));

/** The part of the functions host that works on one order. Its parent kills it at a write of the order. */
process.on('message', (order: Order) => {
  run(order).then(
    () => process.send?.('done'),
    (error: unknown) => process.send?.(`failed: ${String(error)}`),
  );
});
process.once('disconnect', () => process.exit());
process.send?.('ready');

async function run(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'checkout':
      return openCheckout(workOf(order.caller), order.draft);
    case 'webhook':
      return receiveStripeEvent(Buffer.from(order.body), order.signature, new Date());
    case 'inbox':
      return workInbox([order.news], report);
    case 'refund':
      return refundPayment(workOf(order.caller), order.paymentId, order.draft);
    case 'reconcile':
      return reconcilePayments(new Date(order.now), report);
  }
}
