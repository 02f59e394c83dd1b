import type Stripe from 'stripe';
import { invalidRequest, noSuch } from '../api-error.ts';
import type { Context } from '../context.ts';
import { idOf } from '../ids.ts';
import { later } from '../later.ts';
import { formatMoney } from '../money.ts';
import { tell } from '../objects/event.ts';
import { makeRefund } from '../objects/refund.ts';
import type { RefundParams } from '../params/refund-params.ts';
import { isDisputeOpenOrLost } from './dispute.ts';
import { enterFailedRefund, enterRefund } from './ledger.ts';

const secondsUntilKnown = 5;

export function createRefund(context: Context, params: RefundParams): Stripe.Refund {
  const charge = chargeOf(context, params);
  const left = charge.amount - charge.amount_refunded;
  if (left === 0) {
    throw invalidRequest(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' });
  }
  if (isDisputeOpenOrLost(context, charge.id)) {
    throw invalidRequest(`Charge ${charge.id} has been charged back; cannot issue a refund.`, {
      code: 'charge_disputed',
    });
  }
  const amount = params.amount ?? left;
  if (amount > left) {
    throw invalidRequest(
      `Refund amount (${formatMoney(amount, charge.currency)}) is greater than unrefunded amount on charge (${formatMoney(left, charge.currency)})`,
      { param: 'amount' },
    );
  }

  const afterwards = context.store.note('afterwards', charge.id);
  const made = makeRefund({
    charge,
    amount,
    created: context.clock.now(),
    metadata: params.metadata,
    reason: params.reason ?? null,
    status: afterwards === 'pending refund' ? 'pending' : 'succeeded',
  });
  const refund = { ...made, balance_transaction: enterRefund(context, made, charge).id };
  context.store.put(context.account, 'refund', refund);
  const refunded = changeRefunded(context, charge, amount);
  tell(context, 'refund.created', refund);
  tell(context, 'charge.refunded', refunded, { amount_refunded: charge.amount_refunded, refunded: false });

  const known = context.clock.now() + secondsUntilKnown;
  if (afterwards === 'failing refund') later(context, 'fail-refund', refund.id, known);
  if (afterwards === 'pending refund') later(context, 'finish-refund', refund.id, known);
  return refund;
}

/** The bank has taken it over. */
export function finishRefund(context: Context, refundId: string): void {
  const refund = context.store.find('refund', refundId, context.account)?.object;
  if (refund?.status !== 'pending') return;
  const { pending_reason: _, ...rest } = refund;
  const finished: Stripe.Refund = { ...rest, status: 'succeeded' };
  context.store.put(context.account, 'refund', finished);
  tell(context, 'refund.updated', finished, { status: refund.status });
}

/** The money comes back to the business: the charge counts as not refunded again. */
export function failRefund(context: Context, refundId: string): void {
  const refund = context.store.find('refund', refundId, context.account)?.object;
  const charge = refund && context.store.find('charge', idOf(refund.charge), context.account)?.object;
  if (!charge || refund.status === 'failed') return;

  const failed: Stripe.Refund = {
    ...refund,
    status: 'failed',
    failure_reason: 'expired_or_canceled_card',
    failure_balance_transaction: enterFailedRefund(context, refund, charge).id,
  };
  context.store.put(context.account, 'refund', failed);
  const restored = changeRefunded(context, charge, -refund.amount);
  tell(context, 'refund.updated', failed, { status: refund.status });
  tell(context, 'refund.failed', failed);
  tell(context, 'charge.updated', restored, { amount_refunded: charge.amount_refunded });
}

function changeRefunded(context: Context, charge: Stripe.Charge, by: number): Stripe.Charge {
  const amount = charge.amount_refunded + by;
  const changed = { ...charge, amount_refunded: amount, refunded: amount === charge.amount };
  context.store.put(context.account, 'charge', changed);
  return changed;
}

function chargeOf({ store, account }: Context, params: RefundParams): Stripe.Charge {
  if (params.charge === undefined && params.payment_intent === undefined) {
    throw invalidRequest('One of the following params should be provided for this request: payment_intent or charge.');
  }
  const intent = params.payment_intent && store.find('payment_intent', params.payment_intent, account)?.object;
  if (params.payment_intent && !intent) throw noSuch('payment_intent', params.payment_intent, 'payment_intent');

  const id = params.charge ?? (intent ? idOf(intent.latest_charge) : '');
  const charge = store.find('charge', id, account)?.object;
  if (params.charge && !charge) throw noSuch('charge', id, 'charge');
  if (charge?.status !== 'succeeded') {
    throw invalidRequest('This payment does not have a successful charge to refund.', {
      code: 'charge_not_refundable',
    });
  }
  return charge;
}
