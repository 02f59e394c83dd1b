import * as z from 'zod';
import type { Caller } from '#domain/kernel/access.ts';
import { Id, Version } from '#domain/kernel/ids.ts';
import { Currency } from '#domain/kernel/money.ts';
import { Day, Moment } from '#domain/kernel/time.ts';

/**
 * `requested`: staff asked for it, nobody has tried to pay it yet. `disputed`: the bank asks for the money back, or took
 * it. `withdrawn`: brought by an import that was undone; it counts nowhere and no list shows it.
 */
export const PaymentStatus = z
  .enum([
    'requested',
    'pending',
    'processing',
    'failed',
    'expired',
    'cancelled',
    'paid',
    'partially-refunded',
    'refunded',
    'disputed',
    'withdrawn',
  ])
  .meta({ id: 'PaymentStatus' });
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** Those a list can be asked for. */
export const ListedStatus = PaymentStatus.exclude(['withdrawn']);

/** By Stripe; then across the counter; then from a file. */
export const PaymentMethod = z
  .enum(['card', 'upi', 'other', 'cash', 'terminal', 'transfer', 'imported'])
  .meta({ id: 'PaymentMethod' });
export type PaymentMethod = z.infer<typeof PaymentMethod>;

/** Who did something, by name: members come and go, what they did stays. */
export const By = z.object({ id: Id, name: z.string() });

export const Payment = z
  .object({
    id: Id,
    customer: z.object({ id: Id, name: z.string(), email: z.string() }),
    task: z.object({ id: Id, title: z.string() }).nullable(),
    /** Who worked on the task when the payment was made; what an employee sees and reports go by it. */
    employee: By.nullable(),
    /** What it is for, in the words of who asked for it or recorded it. */
    purpose: z.string().nullable(),
    /** Minor units. */
    amount: z.int(),
    currency: Currency,
    status: PaymentStatus,
    method: PaymentMethod.nullable(),
    /** Such as "Visa ending 4242". */
    methodDetail: z.string().nullable(),
    /** In words, from Stripe, when the last try failed. */
    failureReason: z.string().nullable(),
    /** Set when staff asked for it. */
    request: z.object({ by: By, at: Moment, dueOn: Day.nullable() }).nullable(),
    /** Given back so far, minor units of `currency`: as Stripe's charge says. */
    refunded: z.int(),
    /** In the workspace's currency, at the rate of the day it was paid; null until it is paid. */
    base: z.object({ amount: z.int(), currency: Currency, rate: z.string() }).nullable(),
    /** What counts in segments and reports: `base` less what was given back. Null: it does not count. */
    counted: z.int().nullable(),
    /** Null until the receipt has its number, moments after it is paid. */
    receiptNumber: z.int().nullable(),
    createdAt: Moment,
    updatedAt: Moment,
    /** The calendar day in the workspace's zone on which the money came; null until it has. */
    paidOn: Day.nullable(),
    version: Version,
  })
  .meta({ id: 'Payment' });
export type Payment = z.infer<typeof Payment>;

type Beginning = Pick<Payment, 'id' | 'customer' | 'amount' | 'currency' | 'status' | 'createdAt'>;

/** A payment with nothing known beside what is given. */
export const newPayment = <Given extends Beginning & Partial<Payment>>(given: Given) => ({
  task: null,
  employee: null,
  purpose: null,
  method: null,
  methodDetail: null,
  failureReason: null,
  request: null,
  refunded: 0,
  base: null,
  counted: null,
  receiptNumber: null,
  updatedAt: given.createdAt,
  paidOn: null,
  ...given,
});

/** The money came, whatever became of it later. */
const received = ['paid', 'partially-refunded', 'refunded', 'disputed'] as const satisfies readonly PaymentStatus[];
export const isReceived = ({ status }: Pick<Payment, 'status'>): boolean => received.some((one) => one === status);

/** Its customer may still pay it: what has just been tried and came to nothing can be tried again. */
const payable = ['requested', 'pending', 'failed', 'expired'] as const satisfies readonly PaymentStatus[];
export const isPayable = ({ status }: Pick<Payment, 'status'>): boolean => payable.some((one) => one === status);

/** Asked for, and not yet paid. */
export const isDue = ({ request, status }: Pick<Payment, 'request' | 'status'>): boolean =>
  request !== null && isPayable({ status });

/** What counts in the segments. */
export const counts = (payment: Pick<Payment, 'counted'>): boolean => payment.counted !== null;

/** Which payments a list may hold for this caller. */
export type PaymentScope = { all: true } | { employeeId: string } | { customerId: string };

export function paymentScopeOf({
  role,
  memberId,
  customerId,
}: Pick<Caller, 'role' | 'memberId' | 'customerId'>): PaymentScope {
  if (role === 'admin' || role === 'manager') return { all: true };
  return role === 'employee' ? { employeeId: memberId } : { customerId: customerId ?? 'none' };
}

/** COMPLETED is the word people know for paid. */
export const statusWord: Record<PaymentStatus, string> = {
  requested: 'REQUESTED',
  pending: 'PENDING',
  processing: 'PROCESSING',
  failed: 'FAILED',
  expired: 'EXPIRED',
  cancelled: 'CANCELLED',
  paid: 'COMPLETED',
  'partially-refunded': 'PARTIALLY REFUNDED',
  refunded: 'REFUNDED',
  disputed: 'DISPUTED',
  withdrawn: 'WITHDRAWN',
};
