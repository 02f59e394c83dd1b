import { ActionIcon } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Payment } from '#domain/payments/payment.ts';
import type { Column } from '#web/platform/list/column.ts';
import { DayAndTime } from '#web/platform/day-and-time.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Money } from '#web/platform/money.tsx';
import { Person } from '#web/platform/person.tsx';
import { Status } from '#web/platform/status.tsx';
import { receiptLinks } from '#web/receipts/receipt-links.ts';
import { methodWord, paymentFace } from './payment-words.ts';
import classes from './payments.module.css';

/** The source's columns in its order; then the task, and the receipt. */
export const paymentColumns: Column<Payment>[] = [
  {
    id: 'customer',
    header: 'User Name',
    card: 'title',
    cell: ({ customer: { id, name } }) => <Person person={{ id, name }} />,
  },
  {
    id: 'amount',
    header: 'Amount',
    width: '112px',
    numeric: true,
    sort: 'amount',
    beginsDown: true,
    card: 'end',
    cell: (payment) => (
      <span className={classes.amount}>
        <Money value={payment} />
      </span>
    ),
  },
  {
    id: 'currency',
    header: 'Currency',
    width: '76px',
    cell: ({ currency }) => <span className="muted">{currency}</span>,
  },
  {
    id: 'method',
    header: 'Payment Method',
    width: '88px',
    cell: (payment) => (
      <span className="muted" title={payment.methodDetail ?? undefined}>
        {methodWord(payment)}
      </span>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    width: '172px',
    card: 'foot',
    cell: (payment) => <PaymentStatusWord payment={payment} />,
    cardCell: (payment) => (
      <span className={classes.cardFoot}>
        <PaymentStatusWord payment={payment} />
        <span className="muted cut">
          {payment.method && `${methodWord(payment)} · `}
          <Moment at={payment.createdAt} style="day-time" />
        </span>
      </span>
    ),
  },
  {
    id: 'created',
    header: 'Created At',
    width: '140px',
    sort: 'createdAt',
    beginsDown: true,
    cell: ({ createdAt }) => (
      <span className={classes.moment}>
        <DayAndTime at={createdAt} />
      </span>
    ),
  },
  {
    id: 'updated',
    header: 'Updated At',
    width: '140px',
    sort: 'updatedAt',
    beginsDown: true,
    cell: ({ updatedAt }) => (
      <span className={classes.moment}>
        <DayAndTime at={updatedAt} />
      </span>
    ),
  },
  {
    id: 'task',
    header: 'Task',
    card: 'line',
    cell: ({ task, purpose }) =>
      task ? (
        <Link to={`/tasks/${task.id}`} title={task.title}>
          {task.title}
        </Link>
      ) : (
        <span className="muted" title={purpose ?? undefined}>
          {purpose}
        </span>
      ),
    cardCell: ({ task, purpose }) => task?.title ?? purpose ?? 'No task',
  },
  {
    id: 'receipt',
    header: 'Receipt',
    width: '72px',
    cell: (payment) => payment.receiptNumber !== null && <ReceiptIcon payment={payment} />,
  },
];

const PaymentStatusWord = ({ payment: { status, failureReason } }: { payment: Payment }) => (
  <span title={failureReason ?? undefined}>
    <Status {...paymentFace[status]} />
  </span>
);

const ReceiptIcon = ({ payment: { id, customer } }: { payment: Payment }) => (
  <ActionIcon component={Link} to={receiptLinks(id).page} aria-label={`Receipt of ${customer.name}`} title="Receipt">
    <IconReceipt size={16} stroke={1.5} />
  </ActionIcon>
);
