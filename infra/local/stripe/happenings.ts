import { changeAccount, deauthorize, findAccount } from './connect/accounts.ts';
import { finishOnboarding, takesMoney, takesNoMoney } from './connect/onboarding.ts';
import { type Context, platform } from './context.ts';
import { idOf } from './ids.ts';
import { requirements } from './objects/account.ts';
import { answerDispute, closeDispute, disputesOf, openDispute } from './payments/dispute.ts';
import { createRefund, failRefund, finishRefund } from './payments/refund.ts';
import type { Kinds } from './store.ts';
import * as z from 'zod';

/** A charge, its payment intent or its checkout session, by id. */
const payment = z.string();
const amount = z.int().positive().optional();

export const RefundMade = z.strictObject({
  payment,
  amount,
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
});
export const RefundSettled = z.strictObject({ refund: z.string(), to: z.enum(['succeeded', 'failed']) });
export const DisputeMoved = z.strictObject({
  payment,
  to: z.enum(['open', 'under_review', 'won', 'lost']),
  amount,
  reason: z.string().optional(),
});
export const AccountMoved = z.strictObject({
  account: z.string(),
  to: z.enum(['enabled', 'disabled', 'deauthorized']),
});

type ContextOf = (account: string) => Context;

/** What happens at Stripe without a request of ours: in a dashboard, at a bank, in Stripe's own checks. */
export function makeHappenings(contextOf: ContextOf, wake: () => void) {
  const together = <T>(work: () => T): T => {
    const done = contextOf(platform).store.together(work);
    wake();
    return done;
  };
  const onCharge = <T>(id: string, work: (context: Context, charge: Kinds['charge']) => T): T =>
    together(() => {
      const { account, object } = chargeOf(contextOf(platform), id);
      return work(contextOf(account), object);
    });

  return {
    /** Somebody of the business refunds in Stripe's dashboard. */
    refund: (made: z.infer<typeof RefundMade>): Kinds['refund'] =>
      onCharge(made.payment, (context, charge) =>
        createRefund(context, { charge: charge.id, metadata: {}, amount: made.amount, reason: made.reason }),
      ),

    /** The bank's word on a refund, without waiting for it. */
    settleRefund: ({ refund, to }: z.infer<typeof RefundSettled>): void =>
      together(() => {
        const found = contextOf(platform).store.find('refund', refund);
        if (!found) throw new Error(`No refund ${refund}.`);
        const settle = to === 'failed' ? failRefund : finishRefund;
        settle(contextOf(found.account), refund);
      }),

    dispute: ({ payment, to, amount, reason }: z.infer<typeof DisputeMoved>): Kinds['dispute'] =>
      onCharge(payment, (context, charge) => {
        if (to === 'open') return openDispute(context, charge, { amount, reason });
        const [newest] = disputesOf(context, charge.id);
        if (!newest) throw new Error(`${payment} is not disputed.`);
        if (to !== 'under_review') return closeDispute(context, newest.id, to);
        return answerDispute(context, { evidence: { uncategorized_text: 'Delivered' }, metadata: {} }, newest.id);
      }),

    /** Stripe lets an account take money, stops it, or the business takes back what it allowed us. */
    account: ({ account: id, to }: z.infer<typeof AccountMoved>): void =>
      together(() => {
        const context = contextOf(platform);
        const account = findAccount(context, id);
        if (to === 'deauthorized') return deauthorize(context, id);
        if (to === 'disabled') {
          const asked = requirements(['individual.verification.document'], 'requirements.past_due');
          changeAccount(context, account, { ...takesNoMoney, requirements: asked });
        } else if (account.details_submitted) {
          changeAccount(context, account, { ...takesMoney, requirements: requirements([], null) });
        } else {
          finishOnboarding(context, account, { name: 'Local business', url: 'https://business.example' });
        }
      }),
  };
}

function chargeOf({ store }: Context, id: string) {
  const intentId = store.find('checkout.session', id)?.object.payment_intent ?? id;
  const intent = store.find('payment_intent', idOf(intentId))?.object;
  const found = store.find('charge', intent ? idOf(intent.latest_charge) : id);
  if (!found) throw new Error(`Nothing was charged for ${id}.`);
  return found;
}
