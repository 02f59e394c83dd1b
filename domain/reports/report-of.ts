import type { Currency } from '#domain/kernel/money.ts';
import { isReceived, type Payment } from '#domain/payments/payment.ts';
import { monthsOf } from './months.ts';
import type { PaymentReport, PaymentReportQuery, ReportRow } from './payment-report.ts';
import { labelOf } from './report-labels.ts';

/** Payments of one key, currency and status, added up; what is said twice is put together. */
export type PaymentGroup = Pick<Payment, 'currency' | 'status' | 'amount' | 'refunded'> & {
  key: string | null;
  /** The name that goes with an id. */
  label: string | null;
  count: number;
  counted: number;
};
type Totals = PaymentReport['totals'];

const most = 200;

export function reportOf(
  query: PaymentReportQuery,
  currency: Currency,
  groups: readonly PaymentGroup[],
): PaymentReport {
  const keys = Map.groupBy(groups, ({ key }) => key);
  const rowOf = (key: string | null): ReportRow => {
    const own = keys.get(key) ?? [];
    return { key, label: labelOf(query.by, key, own[0]?.label ?? null), ...totalsOf(own, currency) };
  };
  const rows =
    query.by === 'month'
      ? monthsOf(query).map(rowOf)
      : cut([...keys.keys()].map(rowOf).toSorted(highestFirst), (rest) => ({
          key: 'rest',
          label: `${rest.length} others`,
          ...totalsOf(
            rest.flatMap(({ key }) => keys.get(key) ?? []),
            currency,
          ),
        }));
  return { ...query, currency, rows, totals: totalsOf(groups, currency) };
}

const highestFirst = (a: ReportRow, b: ReportRow): number =>
  b.counted - a.counted || b.count - a.count || a.label.localeCompare(b.label, 'en');

const cut = (rows: ReportRow[], together: (rest: ReportRow[]) => ReportRow): ReportRow[] =>
  rows.length > most ? [...rows.slice(0, most), together(rows.slice(most))] : rows;

/** Each currency by itself, the workspace's own first. */
function totalsOf(groups: readonly PaymentGroup[], base: Currency): Totals {
  const sums = [...Map.groupBy(groups, ({ currency }) => currency)]
    .map(([currency, own]) => ({
      currency,
      count: sumOf(own, 'count'),
      amount: sumOf(own.filter(isReceived), 'amount'),
      refunded: sumOf(own, 'refunded'),
      unpaid: sumOf(
        own.filter((group) => !isReceived(group)),
        'amount',
      ),
      counted: sumOf(own, 'counted'),
    }))
    .toSorted(
      (a, b) => Number(b.currency === base) - Number(a.currency === base) || (a.currency < b.currency ? -1 : 1),
    );
  return { sums, counted: sumOf(sums, 'counted'), count: sumOf(sums, 'count') };
}

const sumOf = <Name extends string>(groups: readonly Record<Name, number>[], name: Name): number =>
  groups.reduce((sum, group) => sum + group[name], 0);
