import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Count, countQuery, Ids } from '#domain/kernel/list.ts';
import { pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { PaymentFilter, PaymentListQuery, PaymentSort } from './list.ts';
import { CheckoutDraft, Payment } from './payment.ts';

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
