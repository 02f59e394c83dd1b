import type { Currency } from '#domain/kernel/money.ts';
import { daysOfMonth } from '#domain/reports/months.ts';
import type { PaymentReport, ReportRow } from '#domain/reports/payment-report.ts';

export type ReportLine = {
  id: string;
  key: string | null;
  label: string;
  /** The label, and the currency where the row has several. */
  name: string;
  count: number;
  /** Null where currencies stand together: only what counts can be said of all of them. */
  money: { currency: Currency; amount: number; refunded: number; unpaid: number } | null;
  /** In the currency of the report. */
  counted: number;
  /** Which payments these are, in the words of the address of their list. Null: the list knows no such filter. */
  search: Record<string, string> | null;
  /** One currency of the row above it. */
  isPart: boolean;
  isTotal: boolean;
};

/** The rows of the table: each by itself, and under it its currencies when there are several. */
export const linesOf = (report: PaymentReport): ReportLine[] => [
  ...report.rows.flatMap((row) => linesOfRow(row, searchOf(report, row.key))),
  ...linesOfRow({ ...report.totals, key: 'total', label: 'Total' }, daysIn(report), true),
];

function linesOfRow(row: ReportRow, search: ReportLine['search'], isTotal = false): ReportLine[] {
  const { key, label, sums } = row;
  const whole = {
    id: `${key}`,
    key,
    label,
    name: label,
    count: row.count,
    counted: row.counted,
    search,
    isPart: false,
    isTotal,
  };
  const [only, ...others] = sums;
  if (others.length === 0) return [{ ...whole, money: only ?? null }];
  const lines = sums.map((sum) => ({
    ...whole,
    id: `${key} ${sum.currency}`,
    name: `${label}, ${sum.currency}`,
    count: sum.count,
    counted: sum.counted,
    money: sum,
    isPart: true,
    search: search && { ...search, currency: sum.currency },
  }));
  return [{ ...whole, money: null }, ...lines];
}

const daysIn = ({ from, to }: PaymentReport) => ({ from, to });

function searchOf(report: PaymentReport, key: string | null): ReportLine['search'] {
  if (key === null || key === 'rest') return null;
  return report.by === 'month' ? daysOfMonth(key, report) : { ...daysIn(report), [report.by]: key };
}
