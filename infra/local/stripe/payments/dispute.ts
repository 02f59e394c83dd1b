import type Stripe from 'stripe';
import { invalidRequest } from '../api-error.ts';
import type { Context } from '../context.ts';
import { find } from '../find.ts';
import { idOf } from '../ids.ts';
import { later } from '../later.ts';
import { formatMoney } from '../money.ts';
import { makeDispute } from '../objects/dispute.ts';
import { tell } from '../objects/event.ts';
import type { DisputeAnswer } from '../params/dispute-params.ts';
import { enterDispute, enterDisputeReversal } from './ledger.ts';

export type Outcome = 'won' | 'lost';

// Stripe's own words for tests: evidence that says this decides the dispute.
const magicEvidence = { winning_evidence: 'win-dispute', losing_evidence: 'lose-dispute' } as const;
const secondsUntilDecided = 1;

const isOpen = ({ status }: Stripe.Dispute): boolean => status === 'needs_response' || status === 'under_review';

/** The bank takes the money back at once; of a charge that was paid in part back, only the rest unless more is said. */
export function openDispute(
  context: Context,
  charge: Stripe.Charge,
  { amount, reason }: { amount?: number | undefined; reason?: string | undefined } = {},
): Stripe.Dispute {
  const left = charge.amount - charge.amount_refunded;
  if (charge.status !== 'succeeded' || disputesOf(context, charge.id).some(isOpen))
    throw invalidRequest(`Charge ${charge.id} cannot be disputed now.`);
  if ((amount ?? left) < 1 || (amount ?? left) > charge.amount)
    throw invalidRequest(`A dispute of ${formatMoney(amount ?? left, charge.currency)} does not fit the charge.`);

  const dispute = makeDispute(charge, { amount: amount ?? left, reason, created: context.clock.now() });
  const withdrawn = { ...dispute, balance_transactions: [enterDispute(context, dispute)] };
  context.store.put(context.account, 'dispute', withdrawn);
  context.store.put(context.account, 'charge', { ...charge, disputed: true });
  tell(context, 'charge.dispute.created', withdrawn);
  tell(context, 'charge.dispute.funds_withdrawn', withdrawn);
  return withdrawn;
}

/** What 4000 0000 0000 0259 does by itself. */
export function disputeSoon(context: Context, chargeId: string): void {
  const charge = context.store.find('charge', chargeId, context.account)?.object;
  if (charge && !charge.disputed && charge.amount_refunded < charge.amount) openDispute(context, charge);
}

/** The business answers with its evidence, or notes something on it with `submit: false`. */
export function answerDispute(context: Context, answer: DisputeAnswer, id: string): Stripe.Dispute {
  const dispute = findOpen(context, id);
  const evidence: Stripe.Dispute.Evidence = Object.assign({}, dispute.evidence, answer.evidence);
  const hasEvidence = answer.evidence !== undefined || dispute.evidence_details.has_evidence;
  const isSubmitted = hasEvidence && (answer.submit ?? true);
  const answered: Stripe.Dispute = {
    ...dispute,
    evidence,
    metadata: { ...dispute.metadata, ...answer.metadata },
    status: isSubmitted ? 'under_review' : dispute.status,
    evidence_details: {
      ...dispute.evidence_details,
      has_evidence: hasEvidence,
      submission_count: dispute.evidence_details.submission_count + (isSubmitted ? 1 : 0),
    },
  };
  context.store.put(context.account, 'dispute', answered);
  tell(context, 'charge.dispute.updated', answered, { status: dispute.status });

  const text = evidence.uncategorized_text;
  const decided = text === 'winning_evidence' || text === 'losing_evidence' ? magicEvidence[text] : undefined;
  if (isSubmitted && decided) later(context, decided, id, context.clock.now() + secondsUntilDecided);
  return answered;
}

/** Won: the money comes back, but not Stripe's fee. Lost: it stays where it is. */
export function closeDispute(context: Context, id: string, outcome: Outcome): Stripe.Dispute {
  const dispute = findOpen(context, id);
  const back = outcome === 'won' ? [enterDisputeReversal(context, dispute)] : [];
  const closed: Stripe.Dispute = {
    ...dispute,
    status: outcome,
    balance_transactions: [...dispute.balance_transactions, ...back],
  };
  context.store.put(context.account, 'dispute', closed);
  tell(context, 'charge.dispute.closed', closed, { status: dispute.status });
  if (outcome === 'won') tell(context, 'charge.dispute.funds_reinstated', closed);
  return closed;
}

/** For what was decided a moment ago and may be closed by hand since. */
export function decideDispute(context: Context, id: string, outcome: Outcome): void {
  const dispute = context.store.find('dispute', id, context.account)?.object;
  if (dispute && isOpen(dispute)) closeDispute(context, id, outcome);
}

export const isDisputeOpenOrLost = (context: Context, chargeId: string): boolean =>
  disputesOf(context, chargeId).some(({ status }) => status !== 'won');

/** The newest first. */
export const disputesOf = ({ store, account }: Context, chargeId: string): Stripe.Dispute[] =>
  store
    .list('dispute', { account, where: [["json_extract(body, '$.charge') = ?", chargeId]], limit: 100 })
    .filter(({ charge }) => idOf(charge) === chargeId);

function findOpen(context: Context, id: string): Stripe.Dispute {
  const dispute = find(context, 'dispute', id, 'dispute');
  if (!isOpen(dispute)) throw invalidRequest(`This dispute is already closed: ${dispute.status}.`);
  return dispute;
}
