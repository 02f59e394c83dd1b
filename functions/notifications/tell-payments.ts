import type { NotificationSubject } from '#domain/notifications/notification.ts';
import { isReceived } from '#domain/payments/payment.ts';
import { type NewPayment, StoredPayment } from '#functions/payments/stored-payment.ts';
import { orSetAside } from '#functions/platform/dead-letters.ts';
import type { SystemWork } from '#functions/work.ts';
import { amountOf, disputeText, receivedText, refundedText, refundFailedText, requestText } from './payment-texts.ts';
import { leadersOf } from './tell-tasks.ts';
import { isNew, type News, type Telling, tellingOf } from './telling.ts';

const FedPayment = StoredPayment.omit({ version: true });
type Fed = { payment: NewPayment; isLate: (at: string) => boolean };

/** A bank takes days over a refund; what lies longer behind was told when it happened. */
const longestMs = 30 * 24 * 3_600_000;

/**
 * From the feed of payments: what is asked for and given back is told to the customer, what was paid to who works on the
 * task, to leaders and to who paid, and what needs somebody's eye to leaders.
 */
export async function tellPayments(system: SystemWork, documents: readonly unknown[]): Promise<void> {
  const telling = tellingOf(system);
  const isLate = (at: string) => system.now().getTime() - Date.parse(at) > longestMs;
  for (const document of documents) {
    // One that cannot be read is set aside already, by the feed that counts them.
    const { data: payment } = FedPayment.safeParse(document);
    if (!payment || payment.importId !== null || !isNew(payment.updatedAt, system.now())) continue;
    const letter = { source: 'notifications-payments', documentId: payment.id };
    await orSetAside(system, letter, () => tellPayment(system, telling, { payment, isLate }));
  }
  await telling.end();
}

async function tellPayment(system: SystemWork, telling: Telling, fed: Fed): Promise<void> {
  const { customer, employeeId } = await partiesOf(system, fed.payment);
  const leaders = await leadersOf(system);
  for (const news of newsOfCustomer(fed)) if (customer) await telling.tell(customer, news);
  for (const news of newsOfLeaders(fed)) for (const leader of leaders) await telling.tell(leader, news);
  await tellPaid(telling, fed, { employeeId, leaders });
}

async function partiesOf({ customers, tasks }: SystemWork, { customer, task }: NewPayment) {
  const found = await customers.find(customer.id);
  const paidFor = task && (await tasks.find(task.id));
  return { customer: found?.memberId ?? null, employeeId: paidFor?.employee?.id ?? null };
}

const isPaid = ({ payment, isLate }: Fed): boolean =>
  isReceived(payment) && !isLate(payment.recorded?.at ?? payment.paidAt ?? payment.updatedAt);

/** A receipt comes in a mail of its own. */
function newsOfCustomer(fed: Fed): News[] {
  const { payment, isLate } = fed;
  const { request, status, refunds } = payment;
  const given = refunds.filter((refund) => refund.status === 'succeeded' && !isLate(refund.at));
  return [
    ...(request && status === 'requested' ? [newsOf(payment, 'requested', requestText(payment), request.by.name)] : []),
    ...(isPaid(fed) ? [{ ...newsOf(payment, 'received', receivedText(payment)), hasOwnMail: true }] : []),
    ...given.map((refund) => newsOf(payment, `refunded ${refund.id}`, refundedText(payment, refund))),
  ];
}

function newsOfLeaders({ payment, isLate }: Fed): News[] {
  const { refunds, dispute } = payment;
  const failed = refunds.filter((refund) => refund.status === 'failed' && !isLate(refund.at));
  const said = dispute && `dispute ${dispute.id} ${dispute.status}`;
  return [
    ...failed.map((refund) => newsOf(payment, `failed ${refund.id}`, refundFailedText(payment, refund))),
    ...(dispute && said ? [newsOf(payment, said, disputeText(payment, dispute))] : []),
  ];
}

/** Who took it across the counter knows. */
async function tellPaid(
  telling: Telling,
  fed: Fed,
  { employeeId, leaders }: { employeeId: string | null; leaders: string[] },
): Promise<void> {
  const { payment } = fed;
  if (!isPaid(fed)) return;
  const news = newsOf(payment, 'paid', `paid ${amountOf(payment)}`, payment.customer.name);
  const others = new Set([...(employeeId ? [employeeId] : []), ...leaders]);
  others.delete(payment.recorded?.by.id ?? '');
  for (const id of others) await telling.tell(id, id === employeeId ? { ...news, on: subjectOfTask(payment) } : news);
}

const newsOf = (payment: NewPayment, what: string, text: string, by: string | null = null): News => ({
  sourceId: `${payment.id} ${what}`,
  kind: 'payment',
  on: subjectOf(payment),
  by,
  text,
  at: payment.updatedAt,
});

const subjectOf = (payment: NewPayment): NotificationSubject => ({
  kind: 'payment',
  id: payment.id,
  title: payment.task?.title ?? payment.purpose ?? 'Payment',
});

/** Who does the task sees it in the task's room. */
const subjectOfTask = (payment: NewPayment): NotificationSubject =>
  payment.task ? { kind: 'task', ...payment.task } : subjectOf(payment);
