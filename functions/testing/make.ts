import type { Measures } from '#domain/customers/customer.ts';
import type { CheckoutDraft } from '#domain/payments/drafts.ts';
import type { TaskDraft } from '#domain/tasks/task.ts';
import { type NewPayment, newStoredPayment } from '#functions/payments/stored-payment.ts';

/** Valid examples: a test writes only what matters to it. */
export const make = {
  taskDraft: (change: Partial<TaskDraft> = {}): TaskDraft => ({
    title: 'Ring resize, N to P',
    description: 'Two sizes up.',
    dueOn: null,
    ...change,
  }),

  /** Of a customer who paid once, in no known place. */
  measures: (change: Partial<Measures> = {}): Measures => ({
    firstPaidOn: change.lastPaidOn ?? '2026-03-02',
    lastPaidOn: '2026-03-02',
    days: 1,
    frequency: 1,
    monetary: 10_000,
    market: null,
    bornOn: null,
    ...change,
  }),

  checkoutDraft: (change: Partial<CheckoutDraft> = {}): CheckoutDraft => ({
    taskId: null,
    amount: 10_000,
    currency: 'USD',
    attemptId: crypto.randomUUID(),
    ...change,
  }),

  /** As it is stored; with `paidOn` it is paid by card and counts. */
  payment: (change: Partial<NewPayment> = {}): NewPayment => {
    const { amount = 10_000, currency = 'USD', paidOn = null } = change;
    const paid = { status: 'paid', method: 'card', base: { amount, currency, rate: '1' }, counted: amount } as const;
    return newStoredPayment({
      id: crypto.randomUUID(),
      customer: { id: crypto.randomUUID(), name: 'Dipika Sarraf', email: 'dipika@example.com' },
      amount,
      currency,
      status: 'pending',
      createdAt: '2026-03-02T12:00:00.000Z',
      ...(paidOn && paid),
      ...change,
    });
  },
};
