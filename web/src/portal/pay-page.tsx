import { Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useMe } from '#web/members/me.ts';
import { paymentCount, paymentPages } from '#web/payments/payment-queries.ts';
import { Empty } from '#web/platform/faces.tsx';
import { List } from '#web/platform/list/list.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { myPaymentColumns } from './my-payment-columns.tsx';
import { PayForm } from './pay-form.tsx';
import type { PaySearch } from './portal.routes.tsx';
import classes from './portal.module.css';

export function PayPage() {
  const { workspace } = useMe();
  const { amount, task }: PaySearch = useSearch({ strict: false });
  return (
    <>
      <PageHeader title={`Pay ${workspace.name}`} />
      <div className={classes.pay}>
        <PayForm currency={workspace.currency} amount={amount ?? ''} taskId={task ?? null} />
        <section>
          <Title order={2} mb="sm">
            Your payments
          </Title>
          <List
            noun="payment"
            label="Your payments"
            pages={paymentPages()}
            count={paymentCount()}
            columns={myPaymentColumns}
            idOf={idOf}
            empty={<Empty title="No payments yet">Every payment you make stands here, finished or not.</Empty>}
          />
        </section>
      </div>
    </>
  );
}

const idOf = ({ id }: { id: string }) => id;
