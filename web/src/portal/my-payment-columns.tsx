import type { Payment } from '#domain/payments/payment.ts';
import { methodWord, paymentFace } from '#web/payments/payment-words.ts';
import type { Column } from '#web/platform/list/column.ts';
import { DayAndTime } from '#web/platform/day-and-time.tsx';
import { Money } from '#web/platform/money.tsx';
import { Status } from '#web/platform/status.tsx';

export const myPaymentColumns: Column<Payment>[] = [
  {
    id: 'amount',
    header: 'Amount',
    width: '112px',
    numeric: true,
    card: 'title',
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
    width: '96px',
    card: 'line',
    cell: (payment) => <span className="muted">{methodWord(payment)}</span>,
  },
  {
    id: 'status',
    header: 'Status',
    width: '132px',
    card: 'end',
    cell: ({ status, failureReason }) => (
      <span title={failureReason ?? undefined}>
        <Status {...paymentFace[status]} />
      </span>
    ),
  },
  { id: 'created', header: 'Created At', card: 'line', cell: ({ createdAt }) => <DayAndTime at={createdAt} /> },
  { id: 'updated', header: 'Updated At', cell: ({ updatedAt }) => <DayAndTime at={updatedAt} /> },
];
