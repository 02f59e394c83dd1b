import type { Payment } from '#domain/payments/payment.ts';
import type { Task } from '#domain/tasks/task.ts';
import { isOpen } from '#web/tasks/task-words.ts';
import { byUrgency } from './own-words.ts';

export type NextStep =
  | { kind: 'pay'; payment: Payment }
  | { kind: 'pay-again'; payment: Payment }
  | { kind: 'talk'; task: Task; employee: NonNullable<Task['employee']> }
  | { kind: 'wait'; task: Task }
  | { kind: 'ask' };

type Known = {
  /** Newest first. */
  tasks: readonly Task[];
  /** What the business asks for. */
  due: readonly Payment[];
  newest: Payment | undefined;
};

/** The one thing a customer would do now. */
export function nextStepOf({ tasks, due, newest }: Known): NextStep {
  if (newest?.status === 'failed') return { kind: 'pay-again', payment: newest };
  const [urgent] = due.toSorted(byUrgency);
  if (urgent) return { kind: 'pay', payment: urgent };
  const open = tasks.filter(({ status }) => isOpen(status));
  for (const task of open) if (task.employee) return { kind: 'talk', task, employee: task.employee };
  return open[0] ? { kind: 'wait', task: open[0] } : { kind: 'ask' };
}
