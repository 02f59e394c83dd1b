import * as z from 'zod';
import { Currency } from '#domain/kernel/money.ts';
import { Day, daysBetween } from '#domain/kernel/time.ts';
import { PaymentStatus } from '#domain/payments/payment.ts';

export const ReportBy = z.enum(['month', 'method', 'status', 'task', 'employee']);
export type ReportBy = z.infer<typeof ReportBy>;

const mostDays = 20 * 366;

/** First and last day in the workspace's zone: the day it was paid on or, until then, made on. */
export const PaymentReportQuery = z
  .strictObject({ by: ReportBy.default('month'), from: Day, to: Day })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'The last day lies before the first' })
  .refine(({ from, to }) => daysBetween(from, to) <= mostDays, {
    path: ['to'],
    message: 'At most twenty years at once',
  });
export type PaymentReportQuery = z.infer<typeof PaymentReportQuery>;

/** Minor units. Currencies are never added up. */
const Sum = z.object({
  currency: Currency,
  count: z.int(),
  /** What came. */
  amount: z.int(),
  /** Given back of it. */
  refunded: z.int(),
  /** What did not come, or not yet: asked for, under way, failed. */
  unpaid: z.int(),
  /** What counts of them, in the workspace's currency. */
  counted: z.int(),
});

/** `key` is a month (YYYY-MM), a word of ours or an id; null: no task, nobody, no method yet. */
export const ReportRow = z.object({
  key: z.string().nullable(),
  label: z.string(),
  sums: z.array(Sum),
  /** What counts, all currencies together at their days' rates, in the workspace's currency; payments not paid count 0. */
  counted: z.int(),
  count: z.int(),
});
export type ReportRow = z.infer<typeof ReportRow>;

/** Months in order, all without gaps; else the highest first, at most 200, and the rest as one row with the key "rest". */
export const PaymentReport = z
  .object({
    by: ReportBy,
    from: Day,
    to: Day,
    currency: Currency,
    rows: z.array(ReportRow),
    totals: ReportRow.omit({ key: true, label: true }),
  })
  .meta({ id: 'PaymentReport' });
export type PaymentReport = z.infer<typeof PaymentReport>;

/** The head of the payments page: of what the list holds, by currency and by how it stands. */
export const PaymentTotals = z
  .object({
    items: z.array(
      z.object({ currency: Currency, status: PaymentStatus, count: z.int(), amount: z.int(), refunded: z.int() }),
    ),
  })
  .meta({ id: 'PaymentTotals' });
export type PaymentTotals = z.infer<typeof PaymentTotals>;
