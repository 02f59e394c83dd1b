import { Title } from '@mantine/core';
import { formatMoney } from '#domain/kernel/money.ts';
import type { PaymentDetail } from '#domain/payments/detail.ts';
import { DayAndTime } from '#web/platform/day-and-time.tsx';
import { Status } from '#web/platform/status.tsx';
import { reasonWord, refundFace } from './payment-words.ts';
import classes from './payment-drawer.module.css';

/** Every refund of a payment with its reason, also those that failed. */
export function PaymentRefunds({ payment: { refunds, currency } }: { payment: PaymentDetail }) {
  if (refunds.length === 0) return null;
  return (
    <section aria-label="Refunds">
      <Title order={2} className={classes.heading ?? ''}>
        Refunds
      </Title>
      <ul className={classes.entries}>
        {refunds.map(({ id, amount, reason, note, status, failureReason, by, at }) => (
          <li key={id}>
            <div className={classes.words}>
              <div className={classes.refund}>
                <b className="figures">{formatMoney({ amount, currency })}</b>
                <Status {...refundFace[status]} />
              </div>
              <div>{failureReason ?? reasonWord[reason]}</div>
              {note && <div className="muted">{note}</div>}
              <div className={`muted ${classes.when}`}>
                <DayAndTime at={at} /> · {by?.name ?? 'in Stripe’s dashboard'}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
