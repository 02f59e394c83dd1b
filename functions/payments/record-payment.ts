import type * as z from 'zod';
import { problems } from '#domain/kernel/problem.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { RecordDraft } from '#domain/payments/drafts.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { countableOn } from '#functions/rates/base-on.ts';
import type { Work } from '#functions/work.ts';
import { addOnce } from './add-once.ts';
import { announcePayment } from './announce-payment.ts';
import { notePaymentAct } from './note-payment-act.ts';
import { byCaller, subjectOf } from './payment-subject.ts';
import { newStoredPayment } from './stored-payment.ts';

/** Money that came without Stripe. It counts at once, at the rate of the day it came. */
export async function recordPayment(work: Work, draft: z.infer<typeof RecordDraft>): Promise<Payment> {
  const { paymentId: id, purpose, amount, currency, method, paidOn, note } = draft;
  const { of } = await subjectOf(work, draft);
  await refuseFuture(work, paidOn);
  const base = await countableOn(work, { amount, currency }, { day: paidOn });

  const at = work.now().toISOString();
  const { payment, isNew } = await addOnce(
    work,
    newStoredPayment({
      id,
      ...of,
      purpose,
      amount,
      currency,
      method,
      status: 'paid',
      createdAt: at,
      paidOn,
      base,
      counted: base.amount,
      recorded: { by: byCaller(work), at, note },
    }),
  );
  if (isNew) await notePaymentAct(work, payment, { action: 'payment-recorded', amount, way: method });
  await announcePayment(work, payment);
  return payment;
}

async function refuseFuture({ workspace, now }: Work, paidOn: string): Promise<void> {
  const { timeZone } = await workspace.get();
  if (paidOn > dayIn(timeZone, now()))
    throw problems.invalid([{ pointer: '/body/paidOn', detail: 'Please choose today or an earlier day' }]);
}
