import type { NumberedRow } from '#domain/imports/history-row.ts';
import { undoUntil } from '#domain/imports/import.ts';
import type { Currency } from '#domain/kernel/money.ts';
import type { SystemWork } from '#functions/work.ts';
import { customerOf, factsOf, paymentOf } from './payment-of-row.ts';
import { workThrough } from './work-through.ts';

/** Stores the good rows; true when some are left at `until`. Rows stored before change nothing. */
export async function runImport(work: SystemWork, importId: string, until: Date): Promise<boolean> {
  const job = await work.imports.get(importId);
  if (job.state !== 'waiting' && job.state !== 'running') return false;
  const { currency } = await work.workspace.get();
  return workThrough(
    work,
    job,
    {
      during: 'running',
      finished: () => ({ state: 'done', undoUntil: undoUntil(work.now()) }),
      step: (rows, earlier) => takeIn(work, { rows, earlier }, { importId, currency }),
    },
    until,
  );
}

/** Customers first: a payment's customer must be there when its change is fed. */
async function takeIn(
  { workspaceId, customers, payments, now }: SystemWork,
  { rows, earlier }: Record<'rows' | 'earlier', NumberedRow[]>,
  { importId, currency }: { importId: string; currency: Currency },
): Promise<{ added: number; customersAdded: number }> {
  const at = now().toISOString();
  // The first row of a customer names them, and counts them.
  const before = new Set(earlier.map(({ reference }) => reference));
  const first = new Map(rows.toReversed().map((row) => [row.reference, row]));
  const facts = factsOf(workspaceId, rows);
  const people = [...first.values()]
    .filter(({ reference }) => !before.has(reference))
    .map((row) => customerOf(workspaceId, row, at))
    .map((customer) => ({ ...customer, ...facts.get(customer.id) }));
  const there = await customers.addMissing(people, importId);
  await customers.fillFacts(facts, importId);
  const added = await payments.addImported(
    rows.map((row) => paymentOf(workspaceId, row, currency, at)),
    importId,
  );
  return { added, customersAdded: there };
}
