import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Currency, formatMoney, type Money, payableRange, payableStep } from '#domain/kernel/money.ts';
import { line, paragraph } from '#domain/kernel/text.ts';
import { Day } from '#domain/kernel/time.ts';
import { PaymentMethod } from './payment.ts';

const money = { amount: z.int('Whole minor units only'), currency: Currency };

/** Amounts of 0, negative ones and those beyond Stripe's limits are refused here, for page and server alike. */
function inRange({ amount, currency }: Money, context: z.RefinementCtx): void {
  // Refused by itself: an unknown currency has no range.
  if (!Currency.safeParse(currency).success) return;
  const { min, max } = payableRange(currency);
  const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['amount'], message });
  const [from, to, step] = [min, max, payableStep(currency)].map((limit) => formatMoney({ amount: limit, currency }));
  if (amount < min || amount > max) return refuse(`The amount must be between ${from} and ${to}`);
  if (amount % payableStep(currency) !== 0) return refuse(`The amount must be a multiple of ${step}`);
}

/** What a customer pays unasked, for a task or for nothing in particular. */
export const CheckoutDraft = z
  .strictObject({
    taskId: Id.nullable().default(null),
    ...money,
    /** Made by the client, and the payment's id: the same try opens one checkout only. */
    attemptId: Id,
  })
  .superRefine(inRange);
export type CheckoutDraft = z.infer<typeof CheckoutDraft>;

/** For whom and for what: a task names its customer. */
const subject = {
  /** Made by the client: asking twice asks once. */
  paymentId: Id,
  taskId: Id.nullable().default(null),
  customerId: Id.nullable().default(null),
  purpose: line(200),
};
type Subject = { taskId: string | null; customerId: string | null };

function namesOne({ taskId, customerId }: Subject, context: z.RefinementCtx): void {
  if ((taskId === null) !== (customerId === null)) return;
  for (const path of ['customerId', 'taskId'])
    context.addIssue({ code: 'custom', path: [path], message: 'Choose a task or a customer' });
}

/** What staff ask a customer to pay. */
export const RequestDraft = z
  .strictObject({ ...subject, ...money, dueOn: Day.nullable().default(null) })
  .superRefine(inRange)
  .superRefine(namesOne);
export type RequestDraft = z.infer<typeof RequestDraft>;

/** How money comes without Stripe. */
export const CounterMethod = PaymentMethod.extract(['cash', 'terminal', 'transfer']);

/** Minor units. */
export const mostRecorded = 100_000_000_000;

/** What staff took across the counter or found on the bank account. No card company sets its limits. */
export const RecordDraft = z
  .strictObject({
    ...subject,
    amount: z.int('Whole minor units only').min(1, 'The amount must be more than nothing').max(mostRecorded),
    currency: Currency,
    method: CounterMethod,
    /** Today or before, in the workspace's zone. */
    paidOn: Day,
    note: paragraph(500).default(''),
  })
  .superRefine(namesOne);
export type RecordDraft = z.infer<typeof RecordDraft>;
