import * as z from 'zod';
import { Currency, payableRange } from '#domain/kernel/money.ts';
import { line, paragraph } from '#domain/kernel/text.ts';
import { Day } from '#domain/kernel/time.ts';
import { CounterMethod, mostRecorded } from '#domain/payments/drafts.ts';
import type { PaidTask } from './subject-fields.tsx';
import { amountIn, type Range } from './typed-amount.ts';

/** What both dialogs ask, as it is typed: for whom, how much and for what. */
const typed = {
  about: z.enum(['task', 'customer']),
  taskId: z.string().nullable(),
  customerId: z.string().nullable(),
  amount: z.string(),
  currency: Currency,
  purpose: line(200),
};
export type Typed = z.input<z.ZodObject<typeof typed>>;

/** How a dialog stands when it opens. */
export const firstTyped = (task: PaidTask | undefined, currency: Currency): Typed => ({
  about: 'task',
  taskId: task?.id ?? null,
  customerId: null,
  amount: '',
  currency,
  purpose: task?.title ?? '',
});

/** All that is wrong is said at once, so this is looked at even when another field is wrong as well. */
const always = { when: () => true };

const rulesFor = (rangeOf: (currency: Currency) => Range) => (values: Typed, context: z.RefinementCtx) => {
  if (values.about === 'task' && !values.taskId)
    context.addIssue({ code: 'custom', path: ['taskId'], message: 'Please choose a task' });
  if (values.about === 'customer' && !values.customerId)
    context.addIssue({ code: 'custom', path: ['customerId'], message: 'Please choose a customer' });
  const amount = amountIn(values.amount, values.currency, rangeOf(values.currency));
  if ('reason' in amount) context.addIssue({ code: 'custom', path: ['amount'], message: amount.reason });
};

const recorded: Range = { min: 1, max: mostRecorded };

export const TypedRequest = z.object({ ...typed, dueOn: Day.nullable() }).superRefine(rulesFor(payableRange), always);

export const typedRecordBy = (today: string) =>
  z
    .object({
      ...typed,
      method: CounterMethod,
      paidOn: Day.refine((day) => day <= today, 'This day has not come yet'),
      note: paragraph(500),
    })
    .superRefine(
      rulesFor(() => recorded),
      always,
    );

/** A task names its customer. */
export function draftOf({ about, taskId, customerId, amount, currency, purpose }: Typed) {
  const money = amountIn(amount, currency, recorded);
  if ('reason' in money) throw new Error('The schema lets no such amount through');
  return {
    taskId: about === 'task' ? taskId : null,
    customerId: about === 'customer' ? customerId : null,
    amount: money.amount,
    currency,
    purpose,
  };
}
