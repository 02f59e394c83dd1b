import { route } from '#domain/kernel/route.ts';
import { PaymentReport, PaymentReportQuery } from './payment-report.ts';

export const reportRoutes = {
  payments: route({
    method: 'GET',
    path: 'reports/payments',
    summary: 'Payments summed by month, method, status, task or employee',
    access: 'reports.view',
    heavy: true,
    query: PaymentReportQuery,
    result: PaymentReport,
  }),
  paymentsCsv: route({
    method: 'GET',
    path: 'reports/payments.csv',
    summary: 'The same report as CSV',
    access: 'reports.view',
    query: PaymentReportQuery,
    produces: 'text/csv',
  }),
  paymentsXlsx: route({
    method: 'GET',
    path: 'reports/payments.xlsx',
    summary: 'The same report as a workbook',
    access: 'reports.view',
    query: PaymentReportQuery,
    produces: 'file',
  }),
};
