import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { dayIn } from '#domain/kernel/time.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import type { PaymentDetail } from '#domain/payments/detail.ts';
import { isDue } from '#domain/payments/payment.ts';
import { receiptNumber } from '#domain/receipts/receipt.ts';
import { useMe } from '#web/members/me.ts';
import { Due } from '#web/platform/due.tsx';
import { Fact, Facts } from '#web/platform/facts.tsx';
import { formatDay } from '#web/platform/format-moment.ts';
import { DayAndTime } from '#web/platform/day-and-time.tsx';
import { Person } from '#web/platform/person.tsx';
import { Status } from '#web/platform/status.tsx';
import { receiptLinks } from '#web/receipts/receipt-links.ts';
import { DisputeFacts } from './dispute-facts.tsx';
import { methodWord, paymentFace } from './payment-words.ts';
import classes from './payment-drawer.module.css';

/** How much, how it stands, and all that is known beside it; what is not known takes no line. */
export function PaymentFacts({ payment }: { payment: PaymentDetail }) {
  const { currency, status, failureReason, task, employee, request, base, dispute } = payment;
  const money = (amount: number) => formatMoney({ amount, currency });
  return (
    <>
      <div className={classes.sum}>
        <span className={classes.amount}>{money(payment.amount)}</span>
        <Status {...paymentFace[status]} />
      </div>
      {payment.purpose && <p className={classes.purpose}>{payment.purpose}</p>}
      <Facts>
        {failureReason && <Fact name="Declined">{failureReason}</Fact>}
        {payment.refunded > 0 && <Fact name="Refunded">{money(payment.refunded)}</Fact>}
        {dispute && <DisputeFacts dispute={dispute} currency={currency} />}
        {request && <Fact name="Asked by">{request.by.name}</Fact>}
        {request?.dueOn && (
          <Fact name="Due">
            <DueDay on={request.dueOn} isOpen={isDue(payment)} />
          </Fact>
        )}
        {payment.method && (
          <Fact name="Method">
            {methodWord(payment)}
            {payment.methodDetail && <span className="muted"> · {payment.methodDetail}</span>}
          </Fact>
        )}
        {payment.paidOn && <Fact name="Paid on">{formatDay(payment.paidOn)}</Fact>}
        {base && base.currency !== currency && (
          <Fact name={`In ${base.currency}`}>
            {formatMoney(base)} <span className="muted">at {base.rate}</span>
          </Fact>
        )}
        {task && (
          <Fact name="Task">
            <Anchor component={Link} to={`/tasks/${task.id}`} size="md">
              {task.title}
            </Anchor>
          </Fact>
        )}
        {employee && (
          <Fact name="Employee">
            <Person person={employee} />
          </Fact>
        )}
        {payment.receiptNumber !== null && (
          <Fact name="Receipt">
            <Anchor component={Link} to={receiptLinks(payment.id).page} size="md">
              {receiptNumber(payment.receiptNumber)}
            </Anchor>
            {payment.stripeReceipt && (
              <>
                {' · '}
                <Anchor href={payment.stripeReceipt} target="_blank" rel="noreferrer" size="md">
                  Stripe’s receipt
                </Anchor>
              </>
            )}
          </Fact>
        )}
        <Fact name="Created">
          <DayAndTime at={payment.createdAt} />
        </Fact>
        <Fact name="Last updated">
          <DayAndTime at={payment.updatedAt} />
        </Fact>
      </Facts>
    </>
  );
}

function DueDay({ on, isOpen }: { on: string; isOpen: boolean }) {
  const today = dayIn(useMe().workspace.timeZone, new Date());
  return <Due on={on} isOverdue={isOpen && on < today} today={today} />;
}
