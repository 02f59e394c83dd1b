import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearch } from '@tanstack/react-router';
import { isReceived } from '#domain/payments/payment.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { confirmation } from './checkout-queries.ts';
import { NoPayment } from './no-payment.tsx';
import type { ResultSearch } from './portal.routes.tsx';
import { Unpaid } from './unpaid.tsx';

/** Where Stripe's page leads when the payer goes back or is refused. */
export function PayFailPage() {
  const { payment: paymentId }: ResultSearch = useSearch({ strict: false });
  return paymentId ? <Unfinished paymentId={paymentId} /> : <NoPayment />;
}

function Unfinished({ paymentId }: { paymentId: string }) {
  const { data: payment, error, refetch } = useQuery(confirmation(paymentId));
  if (statusOf(error) === 404) return <NoPayment />;
  if (error && !payment) return <Failed error={error} retry={() => void refetch()} />;
  if (!payment) return <Loading rows={3} label="Loading the payment" />;
  if (isReceived(payment) || payment.status === 'processing') {
    return <Navigate to="/portal/pay/success" search={{ payment: paymentId }} replace />;
  }
  return <Unpaid payment={payment} />;
}
