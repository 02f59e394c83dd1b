import { paymentRoutes } from '#domain/payments/routes.ts';
import { serve } from '#functions/serve.ts';
import { readTask } from '#functions/tasks/read-task.ts';
import { confirmPayment } from './confirm-payment.ts';
import { exportPayments } from './export-payments.ts';
import { countPayments, listPayments } from './list-payments.ts';
import { openCheckout } from './open-checkout.ts';
import { receiveStripeEvent } from './receive-stripe-event.ts';

serve('payments-list', paymentRoutes.list, (work, { query }) => listPayments(work, query));
serve('payments-count', paymentRoutes.count, (work, { query }) => countPayments(work, query));
serve('payments-export', paymentRoutes.export, (work, { query }) => exportPayments(work, query));
serve('payments-of-task', paymentRoutes.ofTask, async (work, { params }) => {
  await readTask(work, params.taskId);
  return { items: await work.payments.ofTask(params.taskId) };
});
serve('payments-checkout', paymentRoutes.checkout, (work, { body }) => openCheckout(work, body));
serve('payments-confirm', paymentRoutes.confirm, (work, { params }) => confirmPayment(work, params.paymentId));
serve('payments-webhook', paymentRoutes.webhook, ({ headers, now, report }, { bytes }) =>
  receiveStripeEvent(bytes, headers.get('stripe-signature'), now(), report),
);
