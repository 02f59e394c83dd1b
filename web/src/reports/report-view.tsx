import { Card, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { formatMoney } from '#domain/kernel/money.ts';
import type { PaymentReport } from '#domain/reports/payment-report.ts';
import { reportWord } from '#domain/reports/report-labels.ts';
import { DataTable } from '#web/platform/list/data-table.tsx';
import { reportColumns } from './report-columns.tsx';
import { linesOf, type ReportLine } from './report-lines.ts';
import classes from './reports.module.css';

// The charts are the largest script of the product: the table does not wait for them.
const ReportChart = lazy(async () => ({ default: (await import('./report-chart.tsx')).ReportChart }));

type Props = { report: PaymentReport; today: string; isStale: boolean };

/** The sum, the picture, and the table that says the same. */
export function ReportView({ report, today, isStale }: Props) {
  const { by, currency, totals } = report;
  const word = reportWord[by].toLowerCase();
  const what = by === 'status' ? `Payments by ${word}` : `Counts in ${currency} by ${word}`;
  return (
    <>
      <Card component="section" aria-label={what} className={classes.card} data-stale={isStale || undefined}>
        <header className={classes.head}>
          <Title order={2}>{what}</Title>
          <div className={classes.sum}>
            <span className={classes.figure}>{formatMoney({ amount: totals.counted, currency })}</span>
            <span className="muted">
              {totals.count === 1 ? 'of 1 payment' : `of ${totals.count.toLocaleString('en')} payments`}
            </span>
          </div>
        </header>
        <Suspense fallback={<div className={classes.wait} />}>
          <ReportChart report={report} today={today} />
        </Suspense>
        <p className={classes.note}>
          What came, less what was given back, each payment at the rate of the day it was paid. A payment not yet paid
          stands on the day it was made.
        </p>
      </Card>
      <DataTable
        label={`Payments by ${word}`}
        columns={reportColumns(report)}
        rows={linesOf(report)}
        idOf={idOf}
        isStale={isStale}
      />
    </>
  );
}

const idOf = ({ id }: ReportLine) => id;
