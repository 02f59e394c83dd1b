import { formatMoney } from '#domain/kernel/money.ts';
import type { NotificationSubject } from '#domain/notifications/notification.ts';
import { Payment } from '#domain/payments/payment.ts';
import { orSetAside } from '#functions/platform/dead-letters.ts';
import type { SystemWork } from '#functions/work.ts';
import { leadersOf } from './tell-tasks.ts';
import { isNew, type News, type Telling, tellingOf } from './telling.ts';

const FedPayment = Payment.omit({ version: true });
type FedPayment = Omit<Payment, 'version'>;

/** From the feed of payments: what was paid online is told to who works on the task, to leaders, and to who paid. */
export async function tellPayments(system: SystemWork, documents: readonly unknown[]): Promise<void> {
  const telling = tellingOf(system);
  for (const document of documents) {
    // One that cannot be read is set aside already, by the feed that counts them.
    const { data: payment } = FedPayment.safeParse(document);
    if (!payment || payment.status !== 'paid' || payment.method === 'imported') continue;
    if (!isNew(payment.updatedAt, system.now())) continue;
    const letter = { source: 'notifications-payments', documentId: payment.id };
    await orSetAside(system, letter, () => tellPaid(system, telling, payment));
  }
  await telling.end();
}

async function tellPaid(system: SystemWork, telling: Telling, payment: FedPayment): Promise<void> {
  const { customer, employeeId } = await partiesOf(system, payment);
  const leaders = await leadersOf(system);
  if (customer) await telling.tell(customer, receiptOf(payment));
  if (employeeId) await telling.tell(employeeId, paidNews(payment, subjectOfTask(payment)));
  for (const leader of leaders.filter((id) => id !== employeeId))
    await telling.tell(leader, paidNews(payment, subjectOf(payment)));
}

async function partiesOf({ customers, tasks }: SystemWork, { customer, task }: FedPayment) {
  const found = await customers.find(customer.id);
  const paidFor = task && (await tasks.find(task.id));
  return { customer: found?.memberId ?? null, employeeId: paidFor?.employee?.id ?? null };
}

const amountOf = ({ amount, currency }: FedPayment): string => formatMoney({ amount, currency });

const subjectOf = (payment: FedPayment): NotificationSubject => ({
  kind: 'payment',
  id: payment.id,
  title: payment.task?.title ?? amountOf(payment),
});

/** Who does the task may not open the list of payments, and sees this one in the task's room. */
const subjectOfTask = (payment: FedPayment): NotificationSubject =>
  payment.task ? { kind: 'task', ...payment.task } : subjectOf(payment);

const paidNews = (payment: FedPayment, on: NotificationSubject): News => ({
  sourceId: payment.id,
  kind: 'payment',
  on,
  by: payment.customer.name,
  text: `paid ${amountOf(payment)}`,
  at: payment.updatedAt,
});

const receiptOf = (payment: FedPayment): News => ({
  ...paidNews(payment, subjectOf(payment)),
  by: null,
  text: `Your payment of ${amountOf(payment)} was received`,
});
