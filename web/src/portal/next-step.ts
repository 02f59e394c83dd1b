import type { Payment } from '#domain/payments/payment.ts';
import type { Task } from '#domain/tasks/task.ts';
import { isOpen } from '#web/tasks/task-words.ts';

export type NextStep =
  | { kind: 'pay-again'; payment: Payment }
  | { kind: 'talk'; task: Task; employee: NonNullable<Task['employee']> }
  | { kind: 'wait'; task: Task }
  | { kind: 'ask' };

/** The one thing a customer would do now; both lists are newest first. */
export function nextStepOf(tasks: readonly Task[], payments: readonly Payment[]): NextStep {
  const [newest] = payments;
  if (newest?.status === 'failed') return { kind: 'pay-again', payment: newest };
  const open = tasks.filter(({ status }) => isOpen(status));
  for (const task of open) if (task.employee) return { kind: 'talk', task, employee: task.employee };
  return open[0] ? { kind: 'wait', task: open[0] } : { kind: 'ask' };
}
