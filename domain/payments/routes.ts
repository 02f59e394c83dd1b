import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Count, countQuery, Ids } from '#domain/kernel/list.ts';
import { pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { PaymentFilter, PaymentListQuery, PaymentSort } from './list.ts';
import { PaymentTotals } from '#domain/reports/payment-report.ts';
import { PaymentDetail } from './detail.ts';
import { CheckoutDraft, RecordDraft, RequestDraft } from './drafts.ts';
import { Payment } from './payment.ts';
import { RefundDraft } from './refund.ts';

const params = z.strictObject({ paymentId: Id });

export const paymentRoutes = {
  list: route({
    method: 'GET',
    path: 'payments',
    summary: 'List payments: searched, filtered and sorted',
    access: 'payments.view',
    query: PaymentListQuery,
    result: pageOf(Payment),
  }),
  count: route({
    method: 'GET',
    path: 'payments/count',
    summary: 'How many payments the list holds',
    access: 'payments.view',
    query: countQuery(PaymentFilter),
    result: Count,
  }),
  export: route({
    method: 'GET',
    path: 'payments/export',
    summary: 'The list of payments, whole or the chosen ones, as CSV',
    access: 'payments.view',
    query: PaymentFilter.extend({ ids: Ids, sort: PaymentSort }),
    produces: 'text/csv',
  }),
  exportXlsx: route({
    method: 'GET',
    path: 'payments/export.xlsx',
    summary: 'The list of payments, whole or the chosen ones, as a workbook',
    access: 'payments.view',
    query: PaymentFilter.extend({ ids: Ids, sort: PaymentSort }),
    produces: 'file',
  }),
  totals: route({
    method: 'GET',
    path: 'payments/totals',
    summary: 'What the list of payments comes to, by currency and status',
    access: 'payments.view',
    query: PaymentFilter,
    result: PaymentTotals,
  }),
  read: route({
    method: 'GET',
    path: 'payments/{paymentId}',
    summary: 'One payment, with what happened to it',
    access: 'payments.view-of-task',
    params,
    result: PaymentDetail,
  }),
  ofTask: route({
    method: 'GET',
    path: 'tasks/{taskId}/payments',
    summary: 'The payments of one task, newest first',
    access: 'payments.view-of-task',
    params: z.strictObject({ taskId: Id }),
    result: z.object({ items: z.array(Payment) }),
  }),
  checkout: route({
    method: 'POST',
    path: 'payments/checkout',
    summary: "Open Stripe's pay page",
    access: 'payments.pay',
    body: CheckoutDraft,
    result: z.object({ paymentId: Id, url: z.string() }),
    status: 201,
  }),
  pay: route({
    method: 'POST',
    path: 'payments/{paymentId}/pay',
    summary: "Open Stripe's pay page for a payment that was asked for, or once more after a failure",
    access: 'payments.pay',
    params,
    result: z.object({ paymentId: Id, url: z.string() }),
    status: 201,
  }),
  request: route({
    method: 'POST',
    path: 'payments/requests',
    summary: 'Ask a customer to pay',
    access: 'payments.request',
    body: RequestDraft,
    result: Payment,
    status: 201,
  }),
  cancel: route({
    method: 'POST',
    path: 'payments/{paymentId}/cancel',
    summary: 'Take back what was asked for; nobody can pay it any more',
    access: 'payments.request',
    params,
    result: Payment,
  }),
  record: route({
    method: 'POST',
    path: 'payments/records',
    summary: 'Record a payment in cash, by card terminal or by transfer',
    access: 'payments.request',
    body: RecordDraft,
    result: Payment,
    status: 201,
  }),
  refund: route({
    method: 'POST',
    path: 'payments/{paymentId}/refunds',
    summary: 'Give money back, all of it or a part',
    access: 'payments.refund',
    stepUp: true,
    params,
    body: RefundDraft,
    result: PaymentDetail,
    status: 201,
  }),
  confirm: route({
    method: 'POST',
    path: 'payments/{paymentId}/confirm',
    summary: 'Ask Stripe how a payment stands, and store it',
    access: 'payments.pay',
    params,
    result: Payment,
  }),
  webhook: route({
    method: 'POST',
    path: 'stripe/webhook',
    summary: "Stripe's signed word",
    access: 'public',
    from: 'webhook',
    raw: { types: ['application/json'] },
    maxBytes: 1_000_000,
  }),
};
