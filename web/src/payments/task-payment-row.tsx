import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { dayIn } from '#domain/kernel/time.ts';
import { isDue, type Payment } from '#domain/payments/payment.ts';
import { useMe } from '#web/members/me.ts';
import { Due } from '#web/platform/due.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Money } from '#web/platform/money.tsx';
import { Status } from '#web/platform/status.tsx';
import { paymentFace } from './payment-words.ts';
import classes from './task-money.module.css';

type Props = { payment: Payment; place: '.' | '/payments' | null };

/** How much, how it stands, and when it came or is due. */
export function TaskPaymentRow({ payment, place }: Props) {
  const today = dayIn(useMe().workspace.timeZone, new Date());
  const dueOn = isDue(payment) ? payment.request?.dueOn : null;
  return (
    <li>
      <Opens payment={payment} place={place}>
        <Money value={payment} />
      </Opens>
      <Status {...paymentFace[payment.status]} />
      <span className="muted">
        {dueOn ? (
          <>
            Due <Due on={dueOn} isOverdue={dueOn < today} today={today} />
          </>
        ) : (
          <Moment at={payment.updatedAt} style="day-time" />
        )}
      </span>
    </li>
  );
}

function Opens({ payment: { id }, place, children }: Props & { children: ReactNode }) {
  if (place === null) return <b>{children}</b>;
  const search = place === '.' ? (before: object) => ({ ...before, payment: id }) : { payment: id };
  return (
    <Link to={place} search={search} className={classes.open}>
      {children}
    </Link>
  );
}
