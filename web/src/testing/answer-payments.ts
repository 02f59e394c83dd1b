import { customerRoutes } from '#domain/customers/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import type { PaymentDetail } from '#domain/payments/detail.ts';
import { isDue, type Payment } from '#domain/payments/payment.ts';
import type { RecordDraft, RequestDraft } from '#domain/payments/drafts.ts';
import type { PaymentFilter } from '#domain/payments/list.ts';
import { refundable, type RefundDraft } from '#domain/payments/refund.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { rateRoutes } from '#domain/rates/routes.ts';
import { receiptRoutes } from '#domain/receipts/routes.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import type { Task } from '#domain/tasks/task.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { answer } from './answer.ts';
import { make } from './make.ts';
import { makeDetail, makeRequested } from './make-payment.ts';

const ines = { id: crypto.randomUUID(), name: 'Ines Halvorsen' };
const now = '2026-11-21T09:00:00.000Z';

const matches = (payment: Payment, { q, customerId, taskId, status, method, currency, from, to }: PaymentFilter) =>
  (!q || `${payment.customer.name} ${payment.customer.email}`.toLowerCase().includes(q.toLowerCase())) &&
  (!customerId || payment.customer.id === customerId) &&
  (!taskId || payment.task?.id === taskId) &&
  (!status || status.some((one) => one === payment.status)) &&
  (!method || payment.method === method) &&
  (!currency || payment.currency === currency) &&
  (!from || (payment.paidOn ?? payment.createdAt.slice(0, 10)) >= from) &&
  (!to || (payment.paidOn ?? payment.createdAt.slice(0, 10)) <= to);

type Given = { payments: Payment[]; customers?: ScoredCustomer[]; tasks?: Task[] };

/** A business's payments that are listed, read, asked for, recorded, cancelled and given back as the server does it. */
export function answerPayments({ payments, customers = [], tasks = [] }: Given) {
  const stored = {
    payments,
    details: new Map<string, Partial<PaymentDetail>>(),
    asked: [] as PaymentFilter[],
    requests: [] as RequestDraft[],
    records: [] as RecordDraft[],
    refunds: [] as RefundDraft[],
    sentReceipts: [] as string[],
  };
  const find = (paymentId: string): Payment => {
    const payment = stored.payments.find(({ id }) => id === paymentId);
    if (!payment) throw problems.notFound('The payment');
    return payment;
  };
  const put = (payment: Payment): Payment => {
    const others = stored.payments.filter(({ id }) => id !== payment.id);
    stored.payments = [payment, ...others];
    return payment;
  };
  const detailOf = (payment: Payment): PaymentDetail => {
    const known = stored.details.get(payment.id) ?? {};
    return makeDetail(payment, { refundable: refundable(payment, known.refunds ?? []), ...known });
  };
  const subjectOf = ({ taskId, customerId }: Pick<RequestDraft, 'taskId' | 'customerId'>) => {
    const task = tasks.find(({ id }) => id === taskId);
    if (task) return { task: { id: task.id, title: task.title }, customer: task.customer };
    const { id, name, email } = customers.find((one) => one.id === customerId)!;
    return { task: null, customer: { id, name, email: email ?? '' } };
  };

  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(customerRoutes.list, { items: customers, nextCursor: null });
  answer(customerRoutes.get, ({ params }) => customers.find(({ id }) => id === params.customerId)!);
  answer(taskRoutes.list, ({ query: { q } }) => ({
    items: tasks.filter(({ title }) => !q || title.toLowerCase().includes(q.toLowerCase())),
    nextCursor: null,
  }));
  answer(taskRoutes.get, ({ params }) => tasks.find(({ id }) => id === params.taskId)!);
  answer(rateRoutes.payable, { own: 'USD', items: ['USD', 'INR'] });
  answer(paymentRoutes.list, ({ query }) => {
    stored.asked.push(query);
    return { items: stored.payments.filter((one) => matches(one, query)), nextCursor: null };
  });
  answer(paymentRoutes.totals, ({ query }) => ({
    items: stored.payments
      .filter((one) => matches(one, query))
      .map(({ currency, status, amount, refunded }) => ({ currency, status, count: 1, amount, refunded })),
  }));
  answer(paymentRoutes.ofTask, ({ params }) => ({
    items: stored.payments.filter(({ task }) => task?.id === params.taskId),
  }));
  answer(paymentRoutes.read, ({ params }) => detailOf(find(params.paymentId)));
  answer(paymentRoutes.request, ({ body }) => {
    stored.requests.push(body);
    const { paymentId: id, amount, currency, purpose, dueOn } = body;
    return put(makeRequested({ id, amount, currency, purpose, ...subjectOf(body) }, dueOn));
  });
  answer(paymentRoutes.record, ({ body }) => {
    stored.records.push(body);
    const { paymentId: id, amount, currency, purpose, method, paidOn } = body;
    return put(make.payment({ id, amount, currency, purpose, method, paidOn, ...subjectOf(body) }));
  });
  answer(paymentRoutes.cancel, ({ params }) => {
    const payment = find(params.paymentId);
    if (!isDue(payment)) throw problems.conflict('It is being paid this very moment');
    return put({ ...payment, status: 'cancelled' });
  });
  answer(paymentRoutes.refund, ({ params, body }) => {
    stored.refunds.push(body);
    const payment = find(params.paymentId);
    const { refunds } = detailOf(payment);
    const refund = {
      id: body.refundId,
      amount: body.amount,
      reason: body.reason,
      note: body.note,
      status: 'succeeded' as const,
      failureReason: null,
      by: ines,
      at: now,
    };
    const refunded = payment.refunded + body.amount;
    stored.details.set(payment.id, { refunds: [...refunds, refund] });
    return detailOf(
      put({ ...payment, refunded, status: refunded < payment.amount ? 'partially-refunded' : 'refunded' }),
    );
  });
  answer(receiptRoutes.send, ({ params }) => void stored.sentReceipts.push(params.paymentId));
  return stored;
}
