import { Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMe } from '#web/members/me.ts';
import { paymentList } from '#web/payments/payment-queries.ts';
import { Empty } from '#web/platform/faces.tsx';
import { KeysetTable } from '#web/platform/keyset-table.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { myPaymentColumns } from './my-payment-columns.tsx';
import { PayForm } from './pay-form.tsx';
import type { PaySearch } from './portal.routes.tsx';
import classes from './portal.module.css';

export function PayPage() {
  const { workspace } = useMe();
  const { amount, task }: PaySearch = useSearch({ strict: false });
  const payments = useInfiniteQuery(paymentList());
  return (
    <>
      <PageHeader title={`Pay ${workspace.name}`} />
      <div className={classes.pay}>
        <PayForm currency={workspace.currency} amount={amount ?? ''} taskId={task ?? null} />
        <section className={classes.history}>
          <Title order={2} mb="sm">
            Your payments
          </Title>
          <KeysetTable
            label="Your payments"
            query={payments}
            columns={myPaymentColumns}
            idOf={({ id }) => id}
            empty={<Empty title="No payments yet">Every payment you make stands here, finished or not.</Empty>}
          />
        </section>
      </div>
    </>
  );
}
