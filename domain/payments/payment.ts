import * as z from 'zod';
import type { Caller } from '#domain/kernel/access.ts';
import { Id, Version } from '#domain/kernel/ids.ts';
import { Currency, formatMoney, payableRange } from '#domain/kernel/money.ts';
import { Day, Moment } from '#domain/kernel/time.ts';

/** `withdrawn`: brought by an import that was undone. It counts nowhere and no list shows it. */
export const PaymentStatus = z
  .enum(['pending', 'processing', 'failed', 'expired', 'paid', 'withdrawn'])
  .meta({ id: 'PaymentStatus' });
export type PaymentStatus = z.infer<typeof PaymentStatus>;

/** Those a list can be asked for. */
export const ListedStatus = PaymentStatus.exclude(['withdrawn']);

export const Payment = z
  .object({
    id: Id,
    customer: z.object({ id: Id, name: z.string(), email: z.string() }),
    task: z.object({ id: Id, title: z.string() }).nullable(),
    /** Minor units. */
    amount: z.int(),
    currency: Currency,
    status: PaymentStatus,
    method: z.enum(['card', 'upi', 'imported']).nullable(),
    /** In words, from Stripe, when the last try failed. */
    failureReason: z.string().nullable(),
    createdAt: Moment,
    updatedAt: Moment,
    /** The calendar day in the workspace's zone on which the money came; null until it has. */
    paidOn: Day.nullable(),
    version: Version,
  })
  .meta({ id: 'Payment' });
export type Payment = z.infer<typeof Payment>;

/** Amounts of 0, negative ones, fractions of a cent and unknown currencies are refused here, for page and server alike. */
export const CheckoutDraft = z
  .strictObject({
    taskId: Id.nullable().default(null),
    amount: z.int('Whole minor units only'),
    currency: Currency,
    /** Made by the client: the same try opens one checkout only. */
    attemptId: Id,
  })
  .superRefine(({ amount, currency }, context) => {
    const { min, max } = payableRange(currency);
    if (amount >= min && amount <= max) return;
    const [from, to] = [min, max].map((limit) => formatMoney({ amount: limit, currency }));
    context.addIssue({ code: 'custom', path: ['amount'], message: `The amount must be between ${from} and ${to}` });
  });
export type CheckoutDraft = z.infer<typeof CheckoutDraft>;

const rank: Record<PaymentStatus, number> = { pending: 0, processing: 1, expired: 2, failed: 2, paid: 3, withdrawn: 4 };

/** Stripe's word counts whatever order it arrives in: a payment never goes back to a lower rank. */
export const supersedes = (next: PaymentStatus, current: PaymentStatus): boolean =>
  rank[next] >= rank[current] && next !== current;

/** What counts in the segments. */
export const counts = (payment: Pick<Payment, 'status'>): boolean => payment.status === 'paid';

/** Which payments a list may hold for this caller. An employee sees those of the tasks assigned to them, task by task. */
export type PaymentScope = { all: true } | { customerId: string };
export const paymentScopeOf = (caller: Pick<Caller, 'role' | 'customerId'>): PaymentScope =>
  caller.role === 'admin' || caller.role === 'manager' ? { all: true } : { customerId: caller.customerId ?? 'none' };

/** COMPLETED is the word people know for paid. */
export const statusWord: Record<PaymentStatus, string> = {
  pending: 'PENDING',
  processing: 'PROCESSING',
  failed: 'FAILED',
  expired: 'EXPIRED',
  paid: 'COMPLETED',
  withdrawn: 'WITHDRAWN',
};
