import { reportRoutes } from '#domain/reports/routes.ts';
import { serve } from '#functions/serve.ts';
import { exportReport, exportReportWorkbook } from './export-report.ts';
import { reportPayments } from './report-payments.ts';

serve('reports-payments', reportRoutes.payments, (work, { query }) => reportPayments(work, query));
serve('reports-payments-csv', reportRoutes.paymentsCsv, (work, { query }) => exportReport(work, query));
serve('reports-payments-xlsx', reportRoutes.paymentsXlsx, (work, { query }) => exportReportWorkbook(work, query));
