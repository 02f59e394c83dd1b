import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { paymentsOfTask } from '#web/payments/payment-queries.ts';
import { paymentFace } from '#web/payments/payment-words.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Money } from '#web/platform/money.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Status } from '#web/platform/status.tsx';
import classes from './room.module.css';

export function TaskPayments({ task }: { task: Task }) {
  const { member } = useMe();
  const payments = useQuery(paymentsOfTask(task.id));
  return (
    <section className={classes.section}>
      <Group justify="space-between" mb="sm">
        <Title order={2}>Payments</Title>
        {member.role === 'customer' && (
          <Button size="xs" renderRoot={(props) => <Link to="/portal/pay" search={{ task: task.id }} {...props} />}>
            Pay
          </Button>
        )}
      </Group>
      {payments.isPending && <Loading rows={1} label="Loading payments" />}
      {payments.isError && <Failed error={payments.error} retry={() => void payments.refetch()} />}
      {payments.data?.items.length === 0 && (
        <Text size="md" c="dimmed">
          No payment yet.
        </Text>
      )}
      <ul className={classes.payments}>
        {payments.data?.items.map((payment) => (
          <li key={payment.id}>
            <b>
              <Money value={payment} />
            </b>
            <Status {...paymentFace[payment.status]} />
            <span className="muted">
              <Moment at={payment.updatedAt} style="day-time" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
