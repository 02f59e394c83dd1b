import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { formatMoney } from '#domain/kernel/money.ts';
import { may } from '#domain/kernel/rights.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { useMe } from '#web/members/me.ts';
import { Empty } from '#web/platform/faces.tsx';
import { ExportMenu } from '#web/platform/list/export-menu.tsx';
import { List } from '#web/platform/list/list.tsx';
import { useListUrl } from '#web/platform/list/use-list-url.ts';
import { PageHeader } from '#web/platform/page-header.tsx';
import { CustomerFilter } from './customer-filter.tsx';
import { EmployeeFilter, TaskFilter } from './given-filter.tsx';
import { paymentColumns } from './payment-columns.tsx';
import { PaymentDrawer } from './payment-drawer.tsx';
import { filterOf, filtersWith, tilesFilterOf } from './payment-filters.ts';
import { payable, paymentCount, paymentPages, paymentsBook, paymentsFile } from './payment-queries.ts';
import { PaymentTiles } from './payment-tiles.tsx';
import type { PaymentsSearch } from './payments.routes.tsx';
import { periodWords } from './period.ts';
import { PeriodFilter } from './period-filter.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { RequestDialog } from './request-dialog.tsx';

export function PaymentsPage() {
  const { member, workspace } = useMe();
  const search: PaymentsSearch = useSearch({ strict: false });
  const { show } = useListUrl();
  const [asking, ask] = useState<'request' | 'record' | null>(null);
  const currencies = useQuery(payable).data?.items ?? [];
  const today = dayIn(workspace.timeZone, new Date());
  const wish = { ...filterOf(search, today), sort: search.sort };
  const request = may(member, 'payments.request') && (
    <Button variant="filled" onClick={() => ask('request')}>
      Request payment
    </Button>
  );

  return (
    <>
      <PageHeader
        title="Payments history"
        actions={
          <>
            <ExportMenu csv={paymentsFile(wish)} xlsx={paymentsBook(wish)} />
            {request && <Button onClick={() => ask('record')}>Record payment</Button>}
            {request}
          </>
        }
      />
      <PaymentTiles filter={tilesFilterOf(search, today)} words={periodWords(search) ?? 'Last 30 days'} />
      <List
        label="Payments"
        noun="payment"
        pages={paymentPages(wish)}
        count={paymentCount(wish)}
        usualSort="-createdAt"
        search="Name or e-mail"
        filters={filtersWith(currencies, search.currency)}
        own={{
          words: ownWords(search),
          children: (
            <>
              <CustomerFilter
                customerId={search.customer ?? null}
                onChange={(customer) => show({ customer: customer ?? undefined })}
              />
              <PeriodFilter chosen={search} onChange={show} />
              {search.task && <TaskFilter id={search.task} onClear={() => show({ task: undefined })} />}
              {search.employee && <EmployeeFilter id={search.employee} onClear={() => show({ employee: undefined })} />}
            </>
          ),
        }}
        columns={paymentColumns}
        idOf={idOf}
        peekWord="payment"
        renderPeek={(paymentId, walk) => <PaymentDrawer paymentId={paymentId} walk={walk} />}
        letters={{ c: () => request && ask('request') }}
        picking={{
          nameOf: (payment) => `${payment.customer.name}, ${formatMoney(payment)}`,
          fileOf: (ids) => paymentsFile(wish, ids),
        }}
        empty={
          <Empty title="The first payment goes here" action={request}>
            Every try of a customer to pay stands here, finished or not, with what you asked for, what was paid across
            the counter, and every imported payment.
          </Empty>
        }
      />
      {asking === 'request' && <RequestDialog onClose={() => ask(null)} />}
      {asking === 'record' && <RecordDialog onClose={() => ask(null)} />}
    </>
  );
}

/** The page's own filters, for the sentence that says why nothing is shown. */
function ownWords(search: PaymentsSearch): Record<string, string> {
  const days = periodWords(search) ?? '';
  return {
    customer: 'this customer',
    task: 'this task',
    employee: 'this employee',
    period: days,
    from: days,
    to: search.from ? '' : days,
  };
}

const idOf = ({ id }: { id: string }) => id;
