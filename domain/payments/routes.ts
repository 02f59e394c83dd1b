import * as z from 'zod';
import { everyRole } from '#domain/kernel/access.ts';
import { Id } from '#domain/kernel/ids.ts';
import { PageQuery, pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { CheckoutDraft, Payment } from './payment.ts';

const params = z.strictObject({ paymentId: Id });

export const paymentRoutes = {
  list: route({
    method: 'GET',
    path: 'payments',
    summary: 'List payments, newest first',
    access: ['admin', 'manager', 'customer'],
    query: PageQuery.extend({ customerId: Id.optional() }),
    result: pageOf(Payment),
  }),
  ofTask: route({
    method: 'GET',
    path: 'tasks/{taskId}/payments',
    summary: 'The payments of one task, newest first',
    access: everyRole,
    params: z.strictObject({ taskId: Id }),
    result: z.object({ items: z.array(Payment) }),
  }),
  checkout: route({
    method: 'POST',
    path: 'payments/checkout',
    summary: "Open Stripe's pay page",
    access: ['customer'],
    body: CheckoutDraft,
    result: z.object({ paymentId: Id, url: z.string() }),
    status: 201,
  }),
  confirm: route({
    method: 'POST',
    path: 'payments/{paymentId}/confirm',
    summary: 'Ask Stripe how a payment stands, and store it',
    access: ['customer'],
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
