import type { NumberedRow } from '#domain/imports/history-row.ts';
import type { SystemWork } from '#functions/work.ts';
import { customerIdOf, factsOf, paymentIdOf } from './payment-of-row.ts';
import { workThrough } from './work-through.ts';

/** Takes back what an import added; true when rows are left at `until`. Safe to repeat. */
export async function undoImport(work: SystemWork, importId: string, until: Date): Promise<boolean> {
  const job = await work.imports.get(importId);
  if (job.state !== 'undoing') return false;
  return workThrough(
    work,
    job,
    {
      during: 'undoing',
      finished: () => ({ state: 'undone', undoUntil: null }),
      step: (rows) => takeBack(work, rows, importId),
    },
    until,
  );
}

/** A customer goes with the last of their payments, which may stand in a later step. */
async function takeBack(
  { workspaceId, customers, payments, now }: SystemWork,
  rows: NumberedRow[],
  importId: string,
): Promise<{ removed: number }> {
  const removed = await payments.withdraw(
    rows.map((row) => paymentIdOf(workspaceId, row)),
    importId,
    now().toISOString(),
  );
  const customerIds = [...new Set(rows.map((row) => customerIdOf(workspaceId, row)))];
  const payers = await payments.payersAmong(customerIds);
  await customers.removeImported(customerIds.filter((id) => !payers.has(id)));
  await customers.forgetFacts([...factsOf(workspaceId, rows).keys()], importId);
  return { removed };
}
