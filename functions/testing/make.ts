import type { CheckoutDraft } from '#domain/payments/payment.ts';
import type { TaskDraft } from '#domain/tasks/task.ts';

/** Valid examples: a test writes only what matters to it. */
export const make = {
  taskDraft: (change: Partial<TaskDraft> = {}): TaskDraft => ({
    title: 'Ring resize, N to P',
    description: 'Two sizes up.',
    dueOn: null,
    ...change,
  }),

  checkoutDraft: (change: Partial<CheckoutDraft> = {}): CheckoutDraft => ({
    taskId: null,
    amount: 10_000,
    currency: 'USD',
    attemptId: crypto.randomUUID(),
    ...change,
  }),
};
