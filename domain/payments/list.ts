import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Search, severalOf, sortOf } from '#domain/kernel/list.ts';
import { Currency } from '#domain/kernel/money.ts';
import { PageQuery } from '#domain/kernel/page.ts';
import { Day } from '#domain/kernel/time.ts';
import { ListedStatus, PaymentMethod } from './payment.ts';

export const PaymentFilter = z.strictObject({
  /** The customer's name and e-mail address. */
  q: Search,
  customerId: Id.optional(),
  taskId: Id.optional(),
  employeeId: Id.optional(),
  status: severalOf(ListedStatus).optional(),
  method: PaymentMethod.optional(),
  currency: Currency.optional(),
  /** Asked for by staff and not yet paid. */
  due: z.literal('1').optional(),
  /** First and last day, in the workspace's zone: the day it was paid on or, until then, made on. */
  from: Day.optional(),
  to: Day.optional(),
});
export type PaymentFilter = z.infer<typeof PaymentFilter>;

export const paymentSorts = ['createdAt', 'amount', 'updatedAt'] as const;
export const PaymentSort = sortOf(paymentSorts, '-createdAt');
export type PaymentSort = z.infer<typeof PaymentSort>;

export const PaymentListQuery = PageQuery.extend({ ...PaymentFilter.shape, sort: PaymentSort });
export type PaymentListQuery = z.infer<typeof PaymentListQuery>;
