import type Stripe from 'stripe';
import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { Finding } from '#functions/platform/finding.ts';
import { secondsToWait } from '#functions/platform/outage.ts';
import { stripe, stripeOn } from '#functions/platform/stripe.ts';
import { ownerOfAccount } from '#functions/stripe-accounts/account-owners.ts';
import { type SystemWork, systemWork } from '#functions/work.ts';
import { fulfilPayment } from './fulfil-payment.ts';
import type { StoredPayment } from './stored-payment.ts';

type Report = (error: unknown) => void;
type Compared = { account: string | null; day: string };
type Found = { workspaceId: string; payment: StoredPayment | null; charge: Stripe.Charge };

/**
 * A day's money (UTC), both ways: what Stripe moved on an account must stand in our payments, and what we say was paid
 * must be Stripe's charge. A difference is reported, also where looking again mends it: an event was lost for good.
 */
export async function compareLedger({ account, day }: Compared, report: Report): Promise<void> {
  const from = Date.parse(`${day}T00:00:00Z`);
  const to = from + 86_400_000;
  const moved = await chargesMoved(account, { gte: from / 1000, lt: to / 1000 });
  for (const charge of moved.values()) await orReport(report, () => compareCharge(account, charge, report));

  for (const workspaceId of await whoseMoney(account, moved)) {
    const { payments } = systemWork(workspaceId, report);
    for (const id of await payments.taken(account, new Date(from).toISOString(), new Date(to).toISOString())) {
      await orReport(report, async () => {
        const payment = await payments.get(id);
        if (!payment.charge || moved.has(payment.charge.id)) return;
        const charge = await stripe.charges.retrieve(payment.charge.id, {}, stripeOn(account));
        await mended({ workspaceId, payment, charge }, report);
      });
    }
  }
}

/** One that cannot be compared is told of, and holds up no other; while nobody answers, the day waits. */
async function orReport(report: Report, compare: () => Promise<void>): Promise<void> {
  try {
    await compare();
  } catch (error) {
    if (secondsToWait(error) !== null) throw error;
    report(error);
  }
}

/** Of a connected account its owner; on the deployment's own everybody whom its charges name. */
async function whoseMoney(account: string | null, moved: Map<string, Stripe.Charge>): Promise<Set<string>> {
  const owner = account && (await ownerOfAccount(account));
  const named = [...moved.values()].flatMap(({ metadata }) => Ours.safeParse(metadata).data?.workspaceId ?? []);
  return new Set(owner ? [owner, ...named] : named);
}

/** Every charge whose money moved: it came, went back, or was taken by a bank. */
async function chargesMoved(account: string | null, created: { gte: number; lt: number }) {
  const on = stripeOn(account);
  const charges = new Map<string, Stripe.Charge>();
  const entries = stripe.balanceTransactions.list({ created, limit: 100, expand: ['data.source'] }, on);
  for await (const { source } of entries) {
    if (source === null || typeof source === 'string') continue;
    // Of a refund it is the charge as it is now that tells, not the refund's part.
    const id = source.object === 'charge' ? source.id : chargeOf(source);
    if (id && !charges.has(id)) charges.set(id, await stripe.charges.retrieve(id, {}, on));
  }
  return charges;
}

const Ours = z.object({ workspaceId: Id, paymentId: Id });

async function compareCharge(account: string | null, charge: Stripe.Charge, report: Report): Promise<void> {
  const { data: ours } = Ours.safeParse(charge.metadata);
  // Made by somebody else on the business's own account, such as its web shop.
  if (!ours) return;
  const payment = await systemWork(ours.workspaceId, report).payments.find(ours.paymentId);
  if (payment && payment.account !== account) return;
  await mended({ workspaceId: ours.workspaceId, payment, charge }, report);
}

async function mended({ workspaceId, payment, charge }: Found, report: Report): Promise<void> {
  if (agrees(payment, charge)) return;
  const now = payment && (await lookedAtAgain(systemWork(workspaceId, report), payment));
  const isMended = agrees(now, charge);
  const words = isMended ? 'differed, and was mended' : 'differs';
  const paymentId = String(charge.metadata['paymentId']);
  report(
    new Finding(
      'reconciler_difference',
      `The ledger ${words}: Stripe's charge ${charge.id} and payment ${paymentId} of ${workspaceId}`,
      { difference: isMended ? 'mended' : 'left', workspace: workspaceId, payment: paymentId, stripe: charge.id },
    ),
  );
}

/** As it was where Stripe's page does not even fit it. */
async function lookedAtAgain(work: SystemWork, payment: StoredPayment): Promise<StoredPayment> {
  try {
    return await fulfilPayment(work, payment.id);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return payment;
  }
}

const agrees = (payment: StoredPayment | null, charge: Stripe.Charge): boolean =>
  payment?.charge?.id === charge.id &&
  charge.paid &&
  payment.amount === charge.amount &&
  payment.refunded === charge.amount_refunded &&
  (payment.dispute !== null) === charge.disputed;

function chargeOf(source: object): string | null {
  const { data } = z.object({ charge: z.string() }).safeParse(source);
  return data?.charge ?? null;
}
