import { Button, Loader } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { formatMoney } from '#domain/kernel/money.ts';
import { useMe } from '#web/members/me.ts';
import { Failed } from '#web/platform/faces.tsx';
import { awaitedConfirmation } from './checkout-queries.ts';
import { NoPayment, Unpaid } from './unpaid.tsx';
import { PayResult } from './pay-result.tsx';
import type { ResultSearch } from './portal.routes.tsx';
import classes from './portal.module.css';

/** Where Stripe's page leads back to: the payment is done when the server says so, not when the browser comes here. */
export function PaySuccessPage() {
  const { payment: paymentId }: ResultSearch = useSearch({ strict: false });
  return paymentId ? <Confirmed paymentId={paymentId} /> : <NoPayment />;
}

function Confirmed({ paymentId }: { paymentId: string }) {
  const { workspace } = useMe();
  const { data: payment, error, refetch } = useQuery(awaitedConfirmation(paymentId));
  if (error && !payment) return <Failed error={error} retry={() => void refetch()} />;
  if (payment?.status === 'failed' || payment?.status === 'expired') return <Unpaid payment={payment} />;
  if (payment?.status !== 'paid') {
    return (
      <PayResult title="Confirming…" sign={<Loader size={36} />}>
        Stripe has your payment and is about to tell us. You can close this page: nothing is lost.
      </PayResult>
    );
  }
  return (
    <PayResult
      title="Payment processed successfully"
      sign={<IconCircleCheck size={40} stroke={1.25} className={classes.good} aria-hidden />}
      payment={payment}
      actions={
        <>
          {payment.task && (
            <Button variant="filled" component={Link} to={`/tasks/${payment.task.id}`}>
              Back to the task
            </Button>
          )}
          <Button component={Link} to="/portal/pay">
            Your payments
          </Button>
        </>
      }
    >
      {workspace.name} has your {formatMoney(payment)}.
    </PayResult>
  );
}
