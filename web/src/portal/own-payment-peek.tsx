import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '#domain/kernel/money.ts';
import { onePayment } from '#web/payments/payment-queries.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { PeekDrawer } from '#web/platform/list/peek-drawer.tsx';
import type { Walk } from '#web/platform/list/use-peek.ts';
import { statusOf } from '#web/platform/queries.ts';
import { NoPayment } from './no-payment.tsx';
import { OwnPayment, OwnPaymentActs } from './own-payment.tsx';
import { subjectOf } from './own-words.ts';
import classes from './pay.module.css';

/** A payment of one's own beside the list. */
export function OwnPaymentPeek({ paymentId, walk }: { paymentId: string; walk: Walk }) {
  const { data, error, refetch } = useQuery(onePayment(paymentId));
  const isGone = statusOf(error) === 404;
  const payment = isGone ? undefined : data;
  return (
    <PeekDrawer
      id={paymentId}
      label={payment ? `Payment of ${formatMoney(payment)}` : 'Payment'}
      noun="payment"
      walk={walk}
      head={
        payment && (
          <>
            <div className={classes.headAmount}>{formatMoney(payment)}</div>
            <div className="cut muted">{subjectOf(payment)}</div>
          </>
        )
      }
      foot={payment && <OwnPaymentActs payment={payment} />}
    >
      {payment && <OwnPayment payment={payment} />}
      {!payment && !error && <Loading label="Loading the payment" />}
      {isGone && <NoPayment />}
      {!payment && error && !isGone && <Failed error={error} retry={() => void refetch()} />}
    </PeekDrawer>
  );
}
