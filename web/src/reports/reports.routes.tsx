import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { Day } from '#domain/kernel/time.ts';
import { ReportBy } from '#domain/reports/payment-report.ts';
import { periods } from '#web/payments/period.ts';

/** The report that is shown, in the address: by month and of this year unless it says otherwise. */
export const ReportsSearch = z.object({
  by: ReportBy.optional().catch(undefined),
  period: z
    .enum(periods.map(({ value }) => value))
    .optional()
    .catch(undefined),
  from: Day.optional().catch(undefined),
  to: Day.optional().catch(undefined),
});
export type ReportsSearch = z.infer<typeof ReportsSearch>;

export const reportsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/reports',
    validateSearch: ReportsSearch,
    component: lazyRouteComponent(() => import('./reports-page.tsx'), 'ReportsPage'),
  }),
];
