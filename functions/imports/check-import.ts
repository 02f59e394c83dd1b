import {
  type Fault,
  type HistoryRow,
  type HistoryRules,
  readRow,
  withOccurrences,
} from '#domain/imports/history-row.ts';
import { type Preview, type RowFault, shownFaults } from '#domain/imports/import.ts';
import { Mapping } from '#domain/imports/mapping.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { SystemWork } from '#functions/work.ts';
import { errorFile, type FaultyLine } from './error-file.ts';
import { customerIdOf, paymentIdOf } from './payment-of-row.ts';
import { townsOfFile } from './towns-of-file.ts';
import type { Table } from './table.ts';

/** Looks at every row and says what running the import would do. Stores no customer and no payment. */
export async function checkImport(work: SystemWork, importId: string): Promise<void> {
  const { imports, workspace, live, now } = work;
  const job = await imports.get(importId);
  if (job.state !== 'checking') return;

  const { currency, timeZone } = await workspace.get();
  const table = await imports.table(importId);
  const mapping = Mapping.parse(job.mapping);
  const { findTown, sharedNames } = await townsOfFile(mapping);
  const { good, faulty } = sorted(table, { currency, today: dayIn(timeZone, now()), mapping, findTown });
  const rows = withOccurrences(good);
  await imports.keepRows(job, rows);
  await imports.keepErrors(job, errorFile(table, faulty));

  const preview: Preview = {
    good: good.length,
    faulty: faulty.length,
    ...(await compared(work, rows)),
    totals: good.length > 0 ? [{ amount: good.reduce((sum, { amount }) => sum + amount, 0), currency }] : [],
    faults: faulty
      .slice(0, shownFaults)
      .flatMap((line) => shown(table, line))
      .slice(0, shownFaults),
    sharedNames: sharedNames(),
  };
  const kept = await imports.keepProgress({
    ...job,
    state: 'checked',
    preview,
    done: job.rows,
    updatedAt: now().toISOString(),
  });
  if (kept) await live.toStaff({ kind: 'import.changed', importId });
}

function sorted({ rows }: Table, rules: HistoryRules): { good: HistoryRow[]; faulty: FaultyLine[] } {
  const good: HistoryRow[] = [];
  const faulty: FaultyLine[] = [];
  for (const [at, { cells }] of rows.entries()) {
    const read: HistoryRow | Fault[] = readRow(cells, rules);
    if (Array.isArray(read)) faulty.push({ at, faults: read });
    else good.push(read);
  }
  return { good, faulty };
}

async function compared(
  { workspaceId, customers, payments }: SystemWork,
  rows: ReturnType<typeof withOccurrences>,
): Promise<Pick<Preview, 'newCustomers' | 'alreadyHere'>> {
  const references = new Map(rows.map((row) => [row.reference, row]));
  const customerIds = [...references.values()].map((row) => customerIdOf(workspaceId, row));
  const [known, alreadyHere] = await Promise.all([
    customers.known(customerIds),
    payments.countStored(rows.map((row) => paymentIdOf(workspaceId, row))),
  ]);
  return { newCustomers: customerIds.length - known.size, alreadyHere };
}

const shown = ({ header, rows }: Table, { at, faults }: FaultyLine): RowFault[] =>
  faults.map(({ column, detail }) => ({
    line: rows[at]!.line,
    column: header[column] ?? '',
    value: (rows[at]!.cells[column] ?? '').slice(0, 100),
    detail,
  }));
