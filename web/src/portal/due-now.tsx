import { Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { formatMoney } from '#domain/kernel/money.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { Failed } from '#web/platform/faces.tsx';
import { Status } from '#web/platform/status.tsx';
import { byUrgency, dueWords, reasonOf, subjectOf } from './own-words.ts';
import { PayButton } from './pay-button.tsx';
import { duePayments } from './pay-queries.ts';
import classes from './due-now.module.css';

/** What the business asks for, the most urgent first; nothing when nothing is asked. */
export function DueNow({ today }: { today: string }) {
  const id = useId();
  const due = useQuery(duePayments);
  if (due.isError) return <Failed error={due.error} retry={() => void due.refetch()} />;
  if (!due.data || due.data.items.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} className={classes.title ?? ''}>
        Due now
      </Title>
      <ul className={classes.rows}>
        {due.data.items.toSorted(byUrgency).map((payment) => (
          <DueRow key={payment.id} payment={payment} today={today} />
        ))}
      </ul>
    </section>
  );
}

function DueRow({ payment, today }: { payment: Payment; today: string }) {
  const subject = subjectOf(payment);
  const due = dueWords(payment, today);
  const money = formatMoney(payment);
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <div className={classes.subject}>{subject}</div>
        {payment.purpose && payment.task && <div className="muted">{payment.task.title}</div>}
        {due && (
          <div>
            {due.isOverdue ? (
              <Status icon={IconAlertTriangle} tone="bad">
                {due.words}
              </Status>
            ) : (
              <span className="muted">{due.words}</span>
            )}
          </div>
        )}
        {payment.status === 'failed' && <div className="muted">{reasonOf(payment)}</div>}
      </div>
      <PayButton paymentId={payment.id} aria-label={`Pay ${money} for ${subject}`}>
        Pay {money}
      </PayButton>
    </li>
  );
}
