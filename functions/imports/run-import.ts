import { type HistoryRow, withOccurrences } from '#domain/imports/history-row.ts';
import type { Import } from '#domain/imports/import.ts';
import type { Currency } from '#domain/kernel/money.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { derivedId } from '#functions/platform/derived-id.ts';
import type { SystemWork } from '#functions/work.ts';
import { readHistory } from './read-history.ts';

const rowsAtOnce = 2000;

type Numbered = HistoryRow & { occurrence: number };

/**
 * Takes in rows until the import is done or `until` has come; true when rows are left. Whatever stops it, running it
 * again goes on where the progress was last kept, and rows taken in before change nothing. Of two workers on one import
 * the slower one leaves it to the other.
 */
export async function runImport(work: SystemWork, importId: string, until: Date): Promise<boolean> {
  const { imports, workspace, live, now } = work;
  const { currency, timeZone } = await workspace.get();
  let job = await imports.get(importId);
  if (job.state === 'done' || job.state === 'failed') return false;

  const rules = { currency, today: dayIn(timeZone, now()) };
  const rows = withOccurrences(readHistory(await imports.file(importId), rules));
  while (job.done < rows.length && now() < until) {
    const some = rows.slice(job.done, job.done + rowsAtOnce);
    const { added, customersAdded } = await takeIn(work, some, currency);
    const done = job.done + some.length;
    const kept = await imports.keepProgress({
      ...job,
      state: done === rows.length ? 'done' : 'running',
      done,
      added: job.added + added,
      customersAdded: job.customersAdded + customersAdded,
      updatedAt: now().toISOString(),
    });
    if (!kept) return false;
    job = kept;
    await live.toStaff({ kind: 'import.changed', importId });
  }
  return job.state !== 'done';
}

/** Customers first: a payment's customer must be there when its change is fed. */
async function takeIn(
  { workspaceId, customers, payments, now }: SystemWork,
  rows: Numbered[],
  currency: Currency,
): Promise<Pick<Import, 'added' | 'customersAdded'>> {
  const at = now().toISOString();
  const customerIds = new Map(rows.map(({ reference }) => [reference, derivedId(workspaceId, 'customer', reference)]));
  const customersAdded = await customers.addMissing(
    [...customerIds].map(([reference, id]) => ({
      id,
      name: reference,
      email: null,
      reference,
      memberId: null,
      measures: null,
      createdAt: at,
    })),
  );
  const added = await payments.addImported(
    rows.map(({ reference, paidOn, amount, occurrence }) => ({
      id: derivedId(workspaceId, 'payment', reference, paidOn, `${amount}`, `${occurrence}`),
      customer: { id: customerIds.get(reference)!, name: reference, email: '' },
      task: null,
      amount,
      currency,
      status: 'paid',
      method: 'imported',
      failureReason: null,
      // A history knows days only: at noon in UTC it is that day nearly everywhere.
      createdAt: `${paidOn}T12:00:00.000Z`,
      updatedAt: at,
      paidOn,
    })),
  );
  return { added, customersAdded };
}
