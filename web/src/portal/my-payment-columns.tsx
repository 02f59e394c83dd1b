import { ActionIcon } from '@mantine/core';
import { IconReceipt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatMoney } from '#domain/kernel/money.ts';
import { isPayable, type Payment } from '#domain/payments/payment.ts';
import { receiptNumber } from '#domain/receipts/receipt.ts';
import { methodWord, paymentFace } from '#web/payments/payment-words.ts';
import type { Column } from '#web/platform/list/column.ts';
import { DayAndTime } from '#web/platform/day-and-time.tsx';
import { Money } from '#web/platform/money.tsx';
import { Status } from '#web/platform/status.tsx';
import { receiptLinks } from '#web/receipts/receipt-links.ts';
import { DayOverTime } from './day-over-time.tsx';
import { PayButton } from './pay-button.tsx';
import classes from './pay.module.css';

export const myPaymentColumns: Column<Payment>[] = [
  {
    id: 'amount',
    header: 'Amount',
    width: '92px',
    numeric: true,
    card: 'title',
    cell: (payment) => <Money value={payment} />,
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
    width: '80px',
    cell: (payment) => <span className="muted">{methodWord(payment)}</span>,
  },
  {
    id: 'status',
    header: 'Status',
    card: 'end',
    cell: ({ status, failureReason }) => (
      <span title={failureReason ?? undefined}>
        <Status {...paymentFace[status]} />
      </span>
    ),
  },
  {
    id: 'created',
    header: 'Created At',
    width: '96px',
    card: 'line',
    cell: ({ createdAt }) => <DayOverTime at={createdAt} />,
    cardCell: (payment) => (
      <>
        {methodWord(payment)}
        {payment.method && ' · '}
        <DayAndTime at={payment.createdAt} />
      </>
    ),
  },
  { id: 'updated', header: 'Updated At', width: '96px', cell: ({ updatedAt }) => <DayOverTime at={updatedAt} /> },
  {
    id: 'receipt',
    header: 'Receipt',
    width: '100px',
    numeric: true,
    // A card is too small for a button: it opens the payment, which has it.
    cell: (payment) => <ReceiptOrRetry payment={payment} />,
  },
];

/** A payment has its receipt, or it can be tried again, never both. */
function ReceiptOrRetry({ payment }: { payment: Payment }) {
  if (payment.receiptNumber !== null) {
    const name = `Receipt ${receiptNumber(payment.receiptNumber)}`;
    return (
      <ActionIcon component={Link} to={receiptLinks(payment.id).page} aria-label={name} title={name}>
        <IconReceipt size={16} stroke={1.5} />
      </ActionIcon>
    );
  }
  // What was asked for and never tried stands above, under Due now.
  if (!isPayable(payment) || payment.status === 'requested') return null;
  return (
    <PayButton
      size="xs"
      className={classes.again ?? ''}
      paymentId={payment.id}
      aria-label={`Try again to pay ${formatMoney(payment)}`}
    >
      Try again
    </PayButton>
  );
}
