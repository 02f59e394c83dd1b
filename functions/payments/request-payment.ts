import { problems } from '#domain/kernel/problem.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { RequestDraft } from '#domain/payments/drafts.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { countableOn } from '#functions/rates/base-on.ts';
import type { Work } from '#functions/work.ts';
import { addOnce } from './add-once.ts';
import { announcePayment } from './announce-payment.ts';
import { byCaller, subjectOf } from './payment-subject.ts';
import { newStoredPayment } from './stored-payment.ts';

/** Asks a customer to pay. The customer is told by the feed of payments. */
export async function requestPayment(work: Work, draft: RequestDraft): Promise<Payment> {
  const { paymentId: id, purpose, amount, currency, dueOn } = draft;
  const { memberId, of } = await subjectOf(work, draft);
  if (!memberId) throw problems.conflict(`${of.customer.name} has no account here yet, and could not pay online.`);
  if (dueOn !== null) await refusePast(work, dueOn);
  await countableOn(work, { amount, currency }, 'today');

  const at = work.now().toISOString();
  const request = { by: byCaller(work), at, dueOn };
  const { payment } = await addOnce(
    work,
    newStoredPayment({ id, ...of, purpose, amount, currency, status: 'requested', createdAt: at, request }),
  );
  await announcePayment(work, payment);
  return payment;
}

async function refusePast({ workspace, now }: Work, dueOn: string): Promise<void> {
  const { timeZone } = await workspace.get();
  if (dueOn < dayIn(timeZone, now()))
    throw problems.invalid([{ pointer: '/body/dueOn', detail: 'Please choose today or a later day' }]);
}
