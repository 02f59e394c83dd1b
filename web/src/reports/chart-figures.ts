import { type Currency, decimalsOf, formatMoney } from '#domain/kernel/money.ts';
import type { PaymentReport, ReportRow } from '#domain/reports/payment-report.ts';
import { shortMoney } from '#web/platform/short-money.ts';

/** What a report draws: its axis needs round numbers, so money stands in whole units there. */
export type Figures = {
  name: string;
  of: (row: ReportRow) => number;
  exact: (value: number) => string;
  /** An axis has little room. */
  short: (value: number) => string;
};

/** How many payments stand where; of all other reports, what counts of them. */
export const figuresOf = ({ by, currency }: PaymentReport): Figures =>
  by === 'status'
    ? { name: 'Payments', of: ({ count }) => count, exact: whole, short: whole }
    : { name: `Counts in ${currency}`, ...moneyIn(currency) };

const whole = (value: number): string => value.toLocaleString('en');

function moneyIn(currency: Currency): Omit<Figures, 'name'> {
  const minor = 10 ** decimalsOf(currency);
  return {
    of: ({ counted }) => counted / minor,
    exact: (value) => formatMoney({ amount: Math.round(value * minor), currency }),
    short: shortMoney(currency),
  };
}
