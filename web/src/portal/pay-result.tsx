import { Card, Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Payment } from '#domain/payments/payment.ts';
import { OwnPaymentFacts } from './own-payment-facts.tsx';
import classes from './pay-result.module.css';

type Props = {
  title: string;
  sign: ReactNode;
  payment?: Payment | undefined;
  actions?: ReactNode;
  /** What else there is to know, below the card. */
  foot?: ReactNode;
  children: ReactNode;
};

/** What became of a payment, said once and clearly. */
export function PayResult({ title, sign, payment, actions, foot, children }: Props) {
  return (
    <div className={classes.result}>
      <title>{`${title} · StarOne CRM`}</title>
      <Card className={classes.card}>
        <div role="status">
          {sign}
          <Title order={1} className={classes.title}>
            {title}
          </Title>
          <p className="muted">{children}</p>
        </div>
        {payment && (
          <div className={classes.facts}>
            <OwnPaymentFacts payment={payment} />
          </div>
        )}
        {actions && (
          <Group gap="sm" mt="lg">
            {actions}
          </Group>
        )}
      </Card>
      {foot && <div className={classes.foot}>{foot}</div>}
    </div>
  );
}
