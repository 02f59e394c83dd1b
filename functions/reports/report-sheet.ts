import type { Currency } from '#domain/kernel/money.ts';
import type { PaymentReport, ReportRow } from '#domain/reports/payment-report.ts';
import { reportWord } from '#domain/reports/report-labels.ts';
import type { SheetColumn } from '#functions/platform/sheet.ts';

type Sum = ReportRow['sums'][number];
type Line = Sum & { label: string; base: Currency };

/** A line for each currency of a row, so that no column mixes them. */
export const linesOf = ({ rows, totals, currency: base }: PaymentReport): Line[] =>
  [...rows, { ...totals, label: 'Total' }].flatMap(({ label, sums }) =>
    (sums.length > 0 ? sums : [none(base)]).map((sum) => ({ ...sum, label, base })),
  );

const none = (currency: Currency): Sum => ({ currency, count: 0, amount: 0, refunded: 0, unpaid: 0, counted: 0 });

export const columnsOf = ({ by, currency: base }: PaymentReport): SheetColumn<Line>[] => [
  { header: reportWord[by], width: 28, value: ({ label }) => label },
  { header: 'Currency', width: 10, value: ({ currency }) => currency },
  { header: 'Payments', width: 10, value: ({ count }) => count },
  { header: 'Received', width: 14, value: ({ amount, currency }) => ({ amount, currency }) },
  { header: 'Refunded', width: 14, value: ({ refunded, currency }) => ({ amount: refunded, currency }) },
  { header: 'Not received', width: 14, value: ({ unpaid, currency }) => ({ amount: unpaid, currency }) },
  { header: `Counts in ${base}`, width: 16, value: ({ counted }) => ({ amount: counted, currency: base }) },
];
