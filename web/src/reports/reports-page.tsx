import { Button, Tabs } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { dayIn } from '#domain/kernel/time.ts';
import { useMe } from '#web/members/me.ts';
import { PeriodFilter } from '#web/payments/period-filter.tsx';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { paymentReport, reportBook, reportFile } from './report-queries.ts';
import { ReportView } from './report-view.tsx';
import { choiceOf, tabs, wishOf } from './report-wish.ts';
import type { ReportsSearch } from './reports.routes.tsx';
import classes from './reports.module.css';

export function ReportsPage() {
  const { by = 'month', ...chosen }: ReportsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const { workspace } = useMe();
  const today = dayIn(workspace.timeZone, new Date());
  const choice = choiceOf(chosen);
  const wish = wishOf(by, choice, today);
  const report = useQuery(paymentReport(wish));
  const show = (search: ReportsSearch) => void navigate({ to: '/reports', search, resetScroll: false });

  return (
    <>
      <PageHeader
        title="Reports"
        sub="Payments"
        actions={
          <>
            <FileLink href={reportFile(wish)} kind="CSV" />
            <FileLink href={reportBook(wish)} kind="XLSX" />
          </>
        }
      />
      <Tabs value={by} onChange={(next) => show({ ...chosen, by: tabs.find((tab) => tab.by === next)?.by })}>
        <Tabs.List aria-label="Reports" className={classes.tabs ?? ''}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab.by} value={tab.by}>
              {tab.label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={by}>
          <div className={classes.bar}>
            <PeriodFilter chosen={choice} onChange={(next) => show({ by, ...next })} />
          </div>
          {report.isPending && <Loading label="Loading the report" />}
          {report.isError && <Failed error={report.error} retry={() => void report.refetch()} />}
          {report.data?.totals.count === 0 && (
            <Empty title="No payment in these days">Choose other days, or an earlier year.</Empty>
          )}
          {report.data && report.data.totals.count > 0 && (
            <ReportView report={report.data} today={today} isStale={report.isPlaceholderData} />
          )}
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

const FileLink = ({ href, kind }: { href: string; kind: string }) => (
  <Button
    component="a"
    href={href}
    download
    aria-label={`Export ${kind}`}
    leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
  >
    {kind}
  </Button>
);
