import { Button } from '@mantine/core';
import { IconCircleCheck, IconReceipt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatMoney } from '#domain/kernel/money.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { useMe } from '#web/members/me.ts';
import { receiptLinks } from '#web/receipts/receipt-links.ts';
import { BackActions } from './back-actions.tsx';
import { PayResult } from './pay-result.tsx';
import { StillOwed } from './still-owed.tsx';
import classes from './pay-result.module.css';

/** The money came: the facts, the receipt as soon as it has a number, and what is still asked for. */
export function Paid({ payment }: { payment: Payment }) {
  const { workspace } = useMe();
  return (
    <PayResult
      title="Payment processed successfully"
      sign={<IconCircleCheck size={48} stroke={1.25} className={classes.good} aria-hidden />}
      payment={payment}
      actions={
        <>
          {payment.receiptNumber !== null && (
            <Button
              variant="filled"
              leftSection={<IconReceipt size={16} stroke={1.5} aria-hidden />}
              component={Link}
              to={receiptLinks(payment.id).page}
            >
              Receipt
            </Button>
          )}
          <BackActions task={payment.task} />
        </>
      }
      foot={<StillOwed task={payment.task} />}
    >
      {sentenceOf(payment, workspace.name)}
    </PayResult>
  );
}

function sentenceOf(payment: Payment, business: string): string {
  const { status, refunded, currency, customer } = payment;
  if (status === 'disputed') return `Your bank has asked ${business} for this money back.`;
  const paid = `${business} has your ${formatMoney(payment)}.`;
  if (status === 'refunded') return `${formatMoney(payment)} was given back to you since.`;
  if (status === 'partially-refunded') {
    return `${paid} ${formatMoney({ amount: refunded, currency })} of it was given back to you since.`;
  }
  return customer.email ? `${paid} A receipt is on its way to ${customer.email}.` : paid;
}
