import type { Container } from '@azure/cosmos';
import * as z from 'zod';
import { PaymentStatus, type PaymentScope } from '#domain/payments/payment.ts';
import type { PaymentTotals, ReportBy } from '#domain/reports/payment-report.ts';
import type { PaymentGroup } from '#domain/reports/report-of.ts';
import { grouped } from '#functions/platform/grouped-query.ts';
import { type Condition, where } from '#functions/platform/list-query.ts';
import { conditionsOf, type Days, type Wanted } from './payment-conditions.ts';

const Totals = z.object({
  currency: z.string(),
  status: PaymentStatus,
  count: z.int(),
  amount: z.int(),
  refunded: z.int(),
});
const Group = Totals.extend({
  key: z.string().nullable().default(null),
  label: z.string().nullable().default(null),
  counted: z.int(),
});

const standing = { currency: where`c.currency`, status: where`c.status` };
const sums = { amount: where`c.amount`, refunded: where`c.refunded` };
// One null among the numbers, and the database knows no sum.
const counted = where`IIF(IS_NUMBER(c.counted), c.counted, 0)`;

/**
 * What is paid lies in the month of its day; all else in that of the moment it was made, whose month is that of UTC but
 * for the days on which it changes somewhere in the middle: of those the minute is told.
 */
const monthOr = (daysOfTwoMonths: string[]): Condition =>
  where`IIF(IS_STRING(c.paidOn), LEFT(c.paidOn, 7), IIF(ARRAY_CONTAINS(${daysOfTwoMonths}, LEFT(c.createdAt, 10)), LEFT(c.createdAt, 16), LEFT(c.createdAt, 7)))`;

const keysOf: Record<Exclude<ReportBy, 'month'>, Record<string, Condition>> = {
  method: { key: where`c.method` },
  status: { key: where`c.status` },
  task: { key: where`c.task.id`, label: where`c.task.title` },
  employee: { key: where`c.employee.id`, label: where`c.employee.name` },
};

/** Payments added up by the database, never one by one. */
export const paymentSums = (payments: Container, workspaceId: string) => ({
  async totals(scope: PaymentScope, wanted: Wanted): Promise<PaymentTotals['items']> {
    const conditions = conditionsOf(scope, wanted);
    const found = await grouped(payments, workspaceId, { keys: standing, sums, conditions });
    return found.map((group) => Totals.parse(group));
  },

  /** By month, the key may be a minute of UTC on `daysOfTwoMonths`. */
  async groups(
    scope: PaymentScope,
    by: ReportBy,
    { daysOfTwoMonths, ...days }: Days & { daysOfTwoMonths: string[] },
  ): Promise<PaymentGroup[]> {
    const keys = by === 'month' ? { key: monthOr(daysOfTwoMonths) } : keysOf[by];
    const found = await grouped(payments, workspaceId, {
      keys: { ...standing, ...keys },
      sums: { ...sums, counted },
      conditions: conditionsOf(scope, { days }),
    });
    return found.map((group) => Group.parse(group));
  },
});
