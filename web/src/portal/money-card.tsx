import { Card } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type Currency, formatMoney, type Money, sumsOf } from '#domain/kernel/money.ts';
import { isReceived, type Payment } from '#domain/payments/payment.ts';
import type { PaymentTotals } from '#domain/reports/payment-report.ts';
import { Status } from '#web/platform/status.tsx';
import { byUrgency, dueWords } from './own-words.ts';
import classes from './portal.module.css';

type Props = { due: readonly Payment[]; totals: PaymentTotals; own: Currency; today: string };

/** What is asked for, and what was paid and not given back. */
export function MoneyCard({ due, totals, own, today }: Props) {
  const paid = totals.items
    .filter(isReceived)
    .map(({ amount, refunded, currency }) => ({ amount: amount - refunded, currency }));
  return (
    <Card component="section" aria-label="Your payments" className={classes.money}>
      <dl className={classes.sums}>
        {due.length > 0 && (
          <Sum name="Amount due" sums={sumsOf(due)}>
            <Urgency due={due} today={today} />
          </Sum>
        )}
        <Sum name="Paid so far" sums={paid.length > 0 ? sumsOf(paid) : [{ amount: 0, currency: own }]} />
      </dl>
      <Link to="/portal/pay">Pay or see your payments</Link>
    </Card>
  );
}

const Sum = ({ name, sums, children }: { name: string; sums: readonly Money[]; children?: React.ReactNode }) => (
  <div>
    <dt className="muted">{name}</dt>
    {sums.map((sum) => (
      <dd key={sum.currency} className={classes.figure}>
        {formatMoney(sum)}
      </dd>
    ))}
    {children && <dd className={classes.urgency}>{children}</dd>}
  </div>
);

function Urgency({ due, today }: Pick<Props, 'due' | 'today'>) {
  const [first] = due.toSorted(byUrgency);
  const when = first && dueWords(first, today);
  if (!when) return <span className="muted">Whenever it suits you</span>;
  if (!when.isOverdue) return <span className="muted">{when.words}</span>;
  return (
    <Status icon={IconAlertTriangle} tone="bad">
      {when.words}
    </Status>
  );
}
