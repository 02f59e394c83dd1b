import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { PaymentReportQuery } from '#domain/reports/payment-report.ts';
import { reportRoutes } from '#domain/reports/routes.ts';
import { call, linkTo } from '#web/platform/call.ts';

export const paymentReport = (query: PaymentReportQuery) =>
  queryOptions({
    queryKey: ['reports', 'payments', query],
    queryFn: ({ signal }) => call(reportRoutes.payments, { query }, signal),
    placeholderData: keepPreviousData,
  });

export const reportFile = (query: PaymentReportQuery): string => linkTo(reportRoutes.paymentsCsv, { query });
export const reportBook = (query: PaymentReportQuery): string => linkTo(reportRoutes.paymentsXlsx, { query });
