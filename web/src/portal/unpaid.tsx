import { Button } from '@mantine/core';
import { IconCircleX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Payment } from '#domain/payments/payment.ts';
import { Empty } from '#web/platform/faces.tsx';
import { typedAmount } from './amount.ts';
import { PayResult } from './pay-result.tsx';
import classes from './portal.module.css';

/** Why it was not paid, and another try with everything filled in. */
export function Unpaid({ payment }: { payment: Payment }) {
  const search = { amount: typedAmount(payment), task: payment.task?.id };
  return (
    <PayResult
      title="The payment did not go through"
      sign={<IconCircleX size={40} stroke={1.25} className={classes.bad} aria-hidden />}
      payment={payment}
      actions={
        <>
          <Button variant="filled" renderRoot={(props) => <Link to="/portal/pay" search={search} {...props} />}>
            Try again
          </Button>
          {payment.task && (
            <Button component={Link} to={`/tasks/${payment.task.id}`}>
              Back to the task
            </Button>
          )}
        </>
      }
    >
      {reasonOf(payment)} No money was taken.
    </PayResult>
  );
}

function reasonOf({ failureReason, status }: Payment): string {
  if (failureReason) return failureReason.endsWith('.') ? failureReason : `${failureReason}.`;
  return status === 'expired' ? 'The pay page was open too long.' : 'You left the pay page before paying.';
}

export const NoPayment = () => (
  <Empty
    title="No payment is named here"
    action={
      <Button component={Link} to="/portal/pay">
        Your payments
      </Button>
    }
  >
    The address is not complete.
  </Empty>
);
