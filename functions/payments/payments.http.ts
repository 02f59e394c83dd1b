import { paymentRoutes } from '#domain/payments/routes.ts';
import { serve } from '#functions/serve.ts';
import { cancelPayment } from './cancel-payment.ts';
import { confirmPayment } from './confirm-payment.ts';
import { exportPayments, exportWorkbook } from './export-payments.ts';
import { countPayments, listPayments, listPaymentsOfTask } from './list-payments.ts';
import { openCheckout } from './open-checkout.ts';
import { payAgain } from './pay-again.ts';
import { totalPayments } from './payment-totals.ts';
import { detailOf, readPayment } from './read-payment.ts';
import { receiveStripeEvent } from './receive-stripe-event.ts';
import { recordPayment } from './record-payment.ts';
import { refundPayment } from './refund-payment.ts';
import { requestPayment } from './request-payment.ts';

serve('payments-list', paymentRoutes.list, (work, { query }) => listPayments(work, query));
serve('payments-count', paymentRoutes.count, (work, { query }) => countPayments(work, query));
serve('payments-export', paymentRoutes.export, (work, { query }) => exportPayments(work, query));
serve('payments-export-xlsx', paymentRoutes.exportXlsx, (work, { query }) => exportWorkbook(work, query));
serve('payments-totals', paymentRoutes.totals, (work, { query }) => totalPayments(work, query));
serve('payments-of-task', paymentRoutes.ofTask, (work, { params }) => listPaymentsOfTask(work, params.taskId));
serve('payments-read', paymentRoutes.read, async (work, { params }) =>
  detailOf(work, await readPayment(work, params.paymentId)),
);
serve('payments-checkout', paymentRoutes.checkout, (work, { body }) => openCheckout(work, body));
serve('payments-pay', paymentRoutes.pay, (work, { params }) => payAgain(work, params.paymentId));
serve('payments-request', paymentRoutes.request, (work, { body }) => requestPayment(work, body));
serve('payments-cancel', paymentRoutes.cancel, (work, { params }) => cancelPayment(work, params.paymentId));
serve('payments-record', paymentRoutes.record, (work, { body }) => recordPayment(work, body));
serve('payments-refund', paymentRoutes.refund, (work, { params, body }) => refundPayment(work, params.paymentId, body));
serve('payments-confirm', paymentRoutes.confirm, (work, { params }) => confirmPayment(work, params.paymentId));
serve('payments-webhook', paymentRoutes.webhook, ({ headers, now }, { bytes }) =>
  receiveStripeEvent(bytes, headers.get('stripe-signature'), now()),
);
