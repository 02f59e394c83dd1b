import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Empty } from '#web/platform/faces.tsx';
import { KeysetTable } from '#web/platform/keyset-table.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { CustomerFilter } from './customer-filter.tsx';
import { paymentColumns } from './payment-columns.tsx';
import { paymentList } from './payment-queries.ts';
import type { PaymentsSearch } from './payments.routes.tsx';
import classes from './payments.module.css';

export function PaymentsPage() {
  const { customer }: PaymentsSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const list = useInfiniteQuery(paymentList({ customerId: customer }));
  return (
    <>
      <PageHeader title="Payments history" />
      <CustomerFilter
        customerId={customer ?? null}
        onChange={(chosen) => void navigate({ to: '/payments', search: { customer: chosen ?? undefined } })}
      />
      <div className={classes.table}>
        <KeysetTable
          label="Payments"
          query={list}
          columns={paymentColumns}
          idOf={({ id }) => id}
          empty={
            customer ? (
              <Empty title="No payment of this customer">Payments of others are there without the filter.</Empty>
            ) : (
              <Empty title="The first payment goes here">
                Every try of a customer to pay stands here, finished or not, and every imported payment.
              </Empty>
            )
          }
        />
      </div>
    </>
  );
}
