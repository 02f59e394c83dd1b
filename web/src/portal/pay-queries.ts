import { queryOptions } from '@tanstack/react-query';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { call } from '#web/platform/call.ts';

/** As many as one page of a list may hold: nobody is asked for more at a time. */
const mostDue = 200;

/** What the customer is asked to pay. */
export const duePayments = queryOptions({
  queryKey: ['payments', 'due'],
  queryFn: ({ signal }) => call(paymentRoutes.list, { query: { due: '1', limit: mostDue } }, signal),
});
