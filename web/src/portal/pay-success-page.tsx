import { Button, Loader } from '@mantine/core';
import { IconClock, IconHelpCircle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { formatMoney } from '#domain/kernel/money.ts';
import { isPayable, isReceived, type Payment } from '#domain/payments/payment.ts';
import { Failed } from '#web/platform/faces.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { BackActions } from './back-actions.tsx';
import { awaitedConfirmation, pauseAfter } from './checkout-queries.ts';
import { NoPayment } from './no-payment.tsx';
import { Paid } from './paid.tsx';
import { PayResult } from './pay-result.tsx';
import type { ResultSearch } from './portal.routes.tsx';
import { Unpaid } from './unpaid.tsx';
import classes from './pay-result.module.css';

/** Where Stripe's page leads back to: the payment is done when the server says so, not when the browser comes here. */
export function PaySuccessPage() {
  const { payment: paymentId }: ResultSearch = useSearch({ strict: false });
  return paymentId ? <Confirmed paymentId={paymentId} /> : <NoPayment />;
}

function Confirmed({ paymentId }: { paymentId: string }) {
  const queries = useQueryClient();
  const confirmation = awaitedConfirmation(paymentId);
  const { data: payment, error, refetch, isFetching } = useQuery(confirmation);
  if (statusOf(error) === 404) return <NoPayment />;
  if (error && !payment) return <Failed error={error} retry={() => void refetch()} />;
  if (!payment) return <Confirming />;
  if (isReceived(payment)) return <Paid payment={payment} />;
  if (payment.status === 'processing') return <Processing payment={payment} />;
  if (!isPayable(payment) || payment.status === 'failed' || payment.status === 'expired') {
    return <Unpaid payment={payment} />;
  }
  const asked = queries.getQueryState(confirmation.queryKey)?.dataUpdateCount ?? 0;
  if (pauseAfter(asked) !== false) return <Confirming />;
  return <Unconfirmed payment={payment} askAgain={() => void refetch()} isAsking={isFetching} />;
}

const Confirming = () => (
  <PayResult title="Confirming…" sign={<Loader size={36} />}>
    Stripe has your payment and is about to tell us. You can close this page: nothing is lost.
  </PayResult>
);

const Processing = ({ payment }: { payment: Payment }) => (
  <PayResult
    title="Your bank takes its time"
    sign={<IconClock size={48} stroke={1.25} className={classes.waiting} aria-hidden />}
    payment={payment}
    actions={<BackActions task={payment.task} />}
  >
    It was asked for {formatMoney(payment)} and says later whether it pays: mostly within minutes, at times after a day
    or two. We tell you as soon as we know. There is nothing more to do.
  </PayResult>
);

type UnconfirmedProps = { payment: Payment; askAgain: () => void; isAsking: boolean };

const Unconfirmed = ({ payment, askAgain, isAsking }: UnconfirmedProps) => (
  <PayResult
    title="Not confirmed yet"
    sign={<IconHelpCircle size={48} stroke={1.25} className={classes.waiting} aria-hidden />}
    payment={payment}
    actions={
      <>
        <Button variant="filled" loading={isAsking} onClick={askAgain}>
          Ask again
        </Button>
        <BackActions task={payment.task} />
      </>
    }
  >
    Stripe has not said yet how it ended. Nothing is lost: your payments show it as soon as we know.
  </PayResult>
);
