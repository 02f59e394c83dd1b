import { type Currency, decimalsOf, parseAmount, payableRange } from '#domain/kernel/money.ts';
import { line } from '#domain/kernel/text.ts';
import { Day } from '#domain/kernel/time.ts';

export const historyColumns = ['customer', 'date', 'amount'] as const;
export type HistoryColumn = (typeof historyColumns)[number];

/** One payment of a history: `amount` in minor units of the workspace's currency. */
export type HistoryRow = { reference: string; paidOn: string; amount: number };

/** `today` is the workspace's calendar day. */
export type HistoryRules = { currency: Currency; today: string };
export type Fault = { column: HistoryColumn; detail: string };

const Reference = line(100);

/** What is wrong with a row, column by column; a row without faults can be read. */
export function faultsOf(cells: Record<HistoryColumn, string>, rules: HistoryRules): Fault[] {
  const details = {
    customer: Reference.safeParse(cells.customer).error?.issues[0]?.message,
    date: dateFault(cells.date, rules),
    amount: amountFault(cells.amount, rules),
  };
  return historyColumns.flatMap((column) => (details[column] ? [{ column, detail: details[column] }] : []));
}

export const readRow = (cells: Record<HistoryColumn, string>, { currency }: HistoryRules): HistoryRow => ({
  reference: Reference.parse(cells.customer),
  paidOn: cells.date,
  amount: parseAmount(cells.amount, currency) ?? 0,
});

function dateFault(text: string, { today }: HistoryRules): string | undefined {
  if (!Day.safeParse(text).success) return 'Not a calendar day such as 2026-03-31';
  return text > today ? 'This day is in the future' : undefined;
}

/** History may hold 0.00, which checkout does not accept. */
function amountFault(text: string, { currency }: HistoryRules): string | undefined {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return 'Not a number such as 11.77';
  const amount = parseAmount(text, currency);
  if (amount === null) return `More than ${decimalsOf(currency)} decimals`;
  if (amount < 0 || text.startsWith('-')) return 'Negative';
  return amount > payableRange(currency).max ? 'Too large' : undefined;
}

/**
 * A row is itself: its customer, day and amount, and its occurrence among equal ones within the file. So equal rows all
 * count, and the same file twice is the same rows.
 */
export function withOccurrences(rows: readonly HistoryRow[]): (HistoryRow & { occurrence: number })[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const key = JSON.stringify([row.reference, row.paidOn, row.amount]);
    const occurrence = (seen.get(key) ?? 0) + 1;
    seen.set(key, occurrence);
    return { ...row, occurrence };
  });
}
