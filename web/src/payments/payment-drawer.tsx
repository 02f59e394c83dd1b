import { useQuery } from '@tanstack/react-query';
import { formatMoney } from '#domain/kernel/money.ts';
import { CustomerHead } from '#web/customers/customer-head.tsx';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { PeekDrawer } from '#web/platform/list/peek-drawer.tsx';
import type { Walk } from '#web/platform/list/use-peek.ts';
import { statusOf } from '#web/platform/queries.ts';
import { PaymentFacts } from './payment-facts.tsx';
import { PaymentFoot } from './payment-foot.tsx';
import { onePayment } from './payment-queries.ts';
import { PaymentRefunds } from './payment-refunds.tsx';
import { PaymentTimeline } from './payment-timeline.tsx';
import { useAloneWalk } from './use-alone-walk.ts';
import classes from './payment-drawer.module.css';

type Props = { paymentId: string; walk: Walk | Pick<Walk, 'close'> };

/** A payment beside its list. */
export function PaymentDrawer({ paymentId, walk }: Props) {
  const { data, error, refetch } = useQuery(onePayment(paymentId));
  const isGone = statusOf(error) === 404;
  const payment = isGone ? undefined : data;
  return (
    <PeekDrawer
      id={paymentId}
      label={payment ? `Payment of ${formatMoney(payment)}` : 'Payment'}
      noun="payment"
      walk={walk}
      head={payment && <CustomerHead customer={payment.customer} />}
      foot={payment && <PaymentFoot payment={payment} />}
    >
      {payment && (
        <div className={classes.parts}>
          <PaymentFacts payment={payment} />
          <PaymentRefunds payment={payment} />
          <PaymentTimeline payment={payment} />
        </div>
      )}
      {isGone && <Empty title="This payment is not here">It is somebody else’s, or its import was undone.</Empty>}
      {!payment && !error && <Loading label="Loading the payment" />}
      {!payment && error && !isGone && <Failed error={error} retry={() => void refetch()} />}
    </PeekDrawer>
  );
}

/** The payment that the address of a page without a list of payments names: `?payment=`. */
export function AddressedPayment() {
  const { paymentId, walk } = useAloneWalk();
  return paymentId ? <PaymentDrawer paymentId={paymentId} walk={walk} /> : null;
}
