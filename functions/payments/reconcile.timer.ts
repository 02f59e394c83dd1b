import { app } from '@azure/functions';
import { reconcilePayments } from './reconcile-payments.ts';

app.timer('payments-reconcile', {
  schedule: '0 */15 * * * *',
  handler: (_timer, context) => reconcilePayments(new Date(), (error) => context.warn(error)),
});
