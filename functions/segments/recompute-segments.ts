import * as z from 'zod';
import type { Measures } from '#domain/customers/customer.ts';
import { counts, Payment } from '#domain/payments/payment.ts';
import { measuresOf } from '#domain/segments/measure.ts';
import { type Payers, withMeasures } from '#domain/segments/payers.ts';
import { summarise } from '#domain/segments/summarise.ts';
import type { SystemWork } from '#functions/work.ts';

type Recomputing = Pick<SystemWork, 'segments' | 'customers' | 'payments' | 'live' | 'now'>;

/** Whatever the feed brings: nothing is believed before it is parsed. */
export type Fed = { id?: unknown; workspaceId?: unknown };

const FedPayment = Payment.pick({ id: true, customer: true, amount: true, status: true, paidOn: true }).refine(
  (payment) => !counts(payment) || payment.paidOn !== null,
  'Paid without a day',
);
const Counted = Payment.pick({ amount: true }).extend({
  customerId: z.string(),
  paidOn: Payment.shape.paidOn.unwrap(),
});

/**
 * Brings measures and cuts up to date after payments changed. Every step recomputes from the payments and may be
 * repeated, so a batch that comes twice, late or beside another one ends in the same state: a full recompute's.
 */
export async function recomputeSegments(work: Recomputing, documents: readonly Fed[]): Promise<void> {
  const customerIds = await payersIn(work, documents);
  if (customerIds.length === 0) return;

  const { payers, version, measures } = await renewSnapshot(work, customerIds);
  await work.customers.setMeasures(measures, version);
  const summary = { version, updatedAt: work.now().toISOString(), ...summarise(payers) };
  // The summary last: who hears of a version finds everything of it.
  if (await work.segments.replaceSummary(summary)) await work.live.toStaff({ kind: 'segments.changed', version });
}

/** The customers the documents name. What can never be processed is set aside, and the others go on. */
async function payersIn({ customers, segments, now }: Recomputing, documents: readonly Fed[]): Promise<string[]> {
  const parsed = documents.map((document) => FedPayment.safeParse(document));
  const named = new Set(parsed.flatMap(({ data }) => (data ? [data.customer.id] : [])));
  const known = await customers.known([...named]);
  for (const [at, { data, error }] of parsed.entries()) {
    if (data && known.has(data.customer.id)) continue;
    const documentId = String(documents[at]?.id);
    await segments.setAside({
      documentId,
      reason: error ? z.prettifyError(error) : 'Its customer does not exist',
      at: now(),
    });
  }
  return [...known];
}

/** The snapshot is read before the payments, so that nobody writes measures older than what they read. */
async function renewSnapshot(
  work: Recomputing,
  customerIds: string[],
): Promise<{ payers: Payers; version: number; measures: Map<string, Measures | null> }> {
  for (;;) {
    const snapshot = await work.segments.snapshot();
    const measures = await measure(work, customerIds);
    const payers = withMeasures(snapshot.payers, measures);
    if (payers === snapshot.payers) return { payers, version: snapshot.version, measures };

    const renewed = { ...snapshot, payers, version: snapshot.version + 1 };
    if (await work.segments.replaceSnapshot(renewed)) return { payers, version: renewed.version, measures };
  }
}

async function measure({ payments }: Recomputing, customerIds: string[]): Promise<Map<string, Measures | null>> {
  // One that cannot be read was set aside when it was fed: it must not hold up its customer's others.
  const counted = (await payments.ofCustomers(customerIds)).filter((payment) => Counted.safeParse(payment).success);
  const byCustomer = Map.groupBy(counted, ({ customerId }) => customerId);
  return new Map(customerIds.map((id) => [id, measuresOf(byCustomer.get(id) ?? [])]));
}
