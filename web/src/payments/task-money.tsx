import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatMoney, type Money } from '#domain/kernel/money.ts';
import { may } from '#domain/kernel/rights.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { useMe } from '#web/members/me.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { TaskMoneyActs } from './task-money-acts.tsx';
import { TaskPaymentRow } from './task-payment-row.tsx';
import { paymentsOfTask } from './payment-queries.ts';
import type { PaidTask } from './subject-fields.tsx';
import { taskSums } from './task-sums.ts';
import classes from './task-money.module.css';

type Props = {
  task: PaidTask;
  /** Where a payment is opened: over this page, or in the history. */
  place: '.' | '/payments';
  /** What a customer may do here instead of asking for money. */
  act?: ReactNode;
};

/** The payments of a task: what they come to, each with how it stands, and a way to ask for more. */
export function TaskMoney({ task, place, act }: Props) {
  const isStaff = may(useMe().member, 'payments.request');
  const { data, error, refetch } = useQuery(paymentsOfTask(task.id));
  return (
    <>
      <header className={classes.head}>
        <Title order={2}>Payments</Title>
        {isStaff ? <TaskMoneyActs task={task} /> : act}
      </header>
      {!data && !error && <Loading rows={1} label="Loading payments" />}
      {!data && error && <Failed error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && (
        <Text size="md" c="dimmed">
          No payment yet.
        </Text>
      )}
      {/* One payment is its own sum. */}
      {data && data.items.length > 1 && <Sums payments={data.items} />}
      <ul className={classes.payments} aria-label="Payments of this task">
        {data?.items.map((payment) => (
          <TaskPaymentRow key={payment.id} payment={payment} place={isStaff ? place : null} />
        ))}
      </ul>
    </>
  );
}

const words = (sums: readonly Money[]) => sums.map((sum) => formatMoney(sum)).join(' · ');

function Sums({ payments }: { payments: readonly Payment[] }) {
  const { paid, due } = taskSums(payments);
  if (paid.length + due.length === 0) return null;
  return (
    <dl className={classes.sums}>
      {paid.length > 0 && (
        <div>
          <dt>Paid</dt>
          <dd>{words(paid)}</dd>
        </div>
      )}
      {due.length > 0 && (
        <div>
          <dt>To be paid</dt>
          <dd>{words(due)}</dd>
        </div>
      )}
    </dl>
  );
}
