import { Link } from '@tanstack/react-router';
import type { Payment } from '#domain/payments/payment.ts';
import type { Column } from '#web/platform/list/column.ts';
import { DayAndTime } from '#web/platform/day-and-time.tsx';
import { Money } from '#web/platform/money.tsx';
import { Person } from '#web/platform/person.tsx';
import { Status } from '#web/platform/status.tsx';
import { methodWord, paymentFace } from './payment-words.ts';

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
    cell: (payment) => <Money value={payment} />,
  },
  {
    id: 'currency',
    header: 'Currency',
    width: '80px',
    cell: ({ currency }) => <span className="muted">{currency}</span>,
  },
  {
    id: 'method',
    header: 'Payment Method',
    width: '92px',
    card: 'line',
    cell: (payment) => <span className="muted">{methodWord(payment)}</span>,
  },
  {
    id: 'status',
    header: 'Status',
    width: '128px',
    card: 'line',
    cell: ({ status, failureReason }) => (
      <span title={failureReason ?? undefined}>
        <Status {...paymentFace[status]} />
      </span>
    ),
  },
  {
    id: 'created',
    header: 'Created At',
    width: '168px',
    sort: 'createdAt',
    beginsDown: true,
    card: 'foot',
    cell: ({ createdAt }) => <DayAndTime at={createdAt} />,
  },
  {
    id: 'updated',
    header: 'Updated At',
    width: '168px',
    sort: 'updatedAt',
    beginsDown: true,
    cell: ({ updatedAt }) => <DayAndTime at={updatedAt} />,
  },
  {
    id: 'task',
    header: 'Task',
    card: 'foot',
    cell: ({ task }) =>
      task && (
        <Link to={`/tasks/${task.id}`} title={task.title}>
          {task.title}
        </Link>
      ),
  },
];
