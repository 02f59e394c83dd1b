import * as z from 'zod';
import type { Measures } from '#domain/customers/customer.ts';
import { counts, Payment } from '#domain/payments/payment.ts';
import { measuresOf } from '#domain/segments/measure.ts';
import { type Payers, withMeasures } from '#domain/segments/payers.ts';
import { summarise } from '#domain/segments/summarise.ts';
import type { SystemWork } from '#functions/work.ts';

type Recomputing = Pick<SystemWork, 'segments' | 'customers' | 'payments' | 'live' | 'now'>;

/** Whatever the feed brings: nothing is believed before it is parsed. */
export type Fed = { id?: unknown; workspaceId?: unknown; kind?: unknown };

const FedPayment = Payment.pick({ id: true, customer: true, counted: true, status: true, paidOn: true })
  .extend({ _ts: z.int().default(0) })
  .refine((payment) => !counts(payment) || payment.paidOn !== null, 'Counted without a day');
type FedPayment = z.infer<typeof FedPayment>;
/** The same of a stored one that counts: what was set aside when it was fed must not count later beside another. */
const Counted = Payment.pick({ id: true, customer: true, status: true }).extend({
  counted: Payment.shape.counted.unwrap(),
  paidOn: Payment.shape.paidOn.unwrap(),
});

/**
 * Brings measures and cuts up to date after payments changed. Every step recomputes from the payments and may be
 * repeated, so a batch that comes twice, late or beside another one ends in the same state: a full recompute's.
 */
export async function recomputeSegments(work: Recomputing, documents: readonly Fed[]): Promise<void> {
  const fed = await paymentsIn(work, documents);
  if (fed.length === 0) return;

  const { payers, version, measures } = await renewSnapshot(work, fed);
  await work.customers.setMeasures(measures, version);
  const summary = { version, updatedAt: work.now().toISOString(), ...summarise(payers) };
  // The summary last: who hears of a version finds everything of it.
  if (await work.segments.replaceSummary(summary)) await work.live.toStaff({ kind: 'segments.changed', version });
}

/** The documents that are payments of customers. What can never be processed is set aside, and the others go on. */
async function paymentsIn({ customers, segments, now }: Recomputing, documents: readonly Fed[]): Promise<FedPayment[]> {
  const parsed = documents.map((document) => FedPayment.safeParse(document));
  const named = new Set(parsed.flatMap(({ data }) => (data ? [data.customer.id] : [])));
  const known = await customers.known([...named]);
  // An undone import takes its customers away, maybe before its payments are fed: the snapshot must lose them still.
  const isPayer = (payment: FedPayment | undefined): payment is FedPayment =>
    payment !== undefined && (known.has(payment.customer.id) || payment.status === 'withdrawn');
  for (const [at, { data, error }] of parsed.entries()) {
    if (isPayer(data)) continue;
    const documentId = String(documents[at]?.id);
    await segments.setAside({
      documentId,
      reason: error ? z.prettifyError(error) : 'Its customer does not exist',
      at: now(),
    });
  }
  return parsed.flatMap(({ data }) => (isPayer(data) ? [data] : []));
}

/** The snapshot is read before the payments, so that nobody writes measures older than what they read. */
async function renewSnapshot(
  work: Recomputing,
  fed: FedPayment[],
): Promise<{ payers: Payers; version: number; measures: Map<string, Measures | null> }> {
  for (;;) {
    const snapshot = await work.segments.snapshot();
    const measures = await measure(work, fed);
    const payers = withMeasures(snapshot.payers, measures);
    if (payers === snapshot.payers) return { payers, version: snapshot.version, measures };

    const renewed = { ...snapshot, payers, version: snapshot.version + 1 };
    if (await work.segments.replaceSnapshot(renewed)) return { payers, version: renewed.version, measures };
  }
}

async function measure({ payments }: Recomputing, fed: FedPayment[]): Promise<Map<string, Measures | null>> {
  const customerIds = [...new Set(fed.map(({ customer }) => customer.id))];
  const newest = layOver<FedPayment>(await payments.ofCustomers(customerIds), fed);
  // One that cannot be read must not hold up its customer's others.
  const counted = newest.filter(counts).flatMap((payment) => Counted.safeParse(payment).data ?? []);
  const byCustomer = Map.groupBy(counted, ({ customer }) => customer.id);
  return new Map(customerIds.map((id) => [id, measuresOf(byCustomer.get(id) ?? [])]));
}

/** A read may lie behind the feed, and the feed behind a read: of each payment the newer one; of equals the fed one. */
function layOver<P extends { id: string; _ts: number }>(stored: P[], fed: P[]): P[] {
  const newest = new Map(stored.map((payment) => [payment.id, payment]));
  for (const payment of fed) {
    const known = newest.get(payment.id);
    if (!known || payment._ts >= known._ts) newest.set(payment.id, payment);
  }
  return [...newest.values()];
}
