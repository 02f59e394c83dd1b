import { Card, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Payment } from '#domain/payments/payment.ts';
import { methodWord, paymentFace } from '#web/payments/payment-words.ts';
import { DayAndTime } from '#web/platform/day-and-time.tsx';
import { Money } from '#web/platform/money.tsx';
import { Status } from '#web/platform/status.tsx';
import classes from './portal.module.css';

type Props = {
  title: string;
  sign: ReactNode;
  payment?: Payment | undefined;
  actions?: ReactNode;
  children: ReactNode;
};

/** What became of a payment, said once and clearly. */
export function PayResult({ title, sign, payment, actions, children }: Props) {
  return (
    <Card className={classes.result}>
      <title>{`${title} · StarOne CRM`}</title>
      <div role="status">
        {sign}
        <Title order={1} className={classes.resultTitle}>
          {title}
        </Title>
        <p className="muted">{children}</p>
      </div>
      {payment && <PaymentFacts payment={payment} />}
      {actions && (
        <Group gap="sm" mt="lg">
          {actions}
        </Group>
      )}
    </Card>
  );
}

const PaymentFacts = ({ payment }: { payment: Payment }) => (
  <dl className={classes.resultFacts}>
    <dt>Amount</dt>
    <dd>
      <b>
        <Money value={payment} /> {payment.currency}
      </b>
    </dd>
    {payment.task && (
      <>
        <dt>For</dt>
        <dd>{payment.task.title}</dd>
      </>
    )}
    {payment.method && (
      <>
        <dt>Method</dt>
        <dd>{methodWord(payment)}</dd>
      </>
    )}
    <dt>Status</dt>
    <dd>
      <Status {...paymentFace[payment.status]} />
    </dd>
    <dt>Time</dt>
    <dd>
      <DayAndTime at={payment.updatedAt} />
    </dd>
  </dl>
);
