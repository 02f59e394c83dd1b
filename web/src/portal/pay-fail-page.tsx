import { useQuery } from '@tanstack/react-query';
import { Navigate, useSearch } from '@tanstack/react-router';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { confirmation } from './checkout-queries.ts';
import type { ResultSearch } from './portal.routes.tsx';
import { NoPayment, Unpaid } from './unpaid.tsx';

/** Where Stripe's page leads when the payer goes back or is refused. */
export function PayFailPage() {
  const { payment: paymentId }: ResultSearch = useSearch({ strict: false });
  return paymentId ? <Unfinished paymentId={paymentId} /> : <NoPayment />;
}

function Unfinished({ paymentId }: { paymentId: string }) {
  const { data: payment, error, refetch } = useQuery(confirmation(paymentId));
  if (error && !payment) return <Failed error={error} retry={() => void refetch()} />;
  if (!payment) return <Loading rows={3} label="Loading the payment" />;
  if (payment.status === 'paid' || payment.status === 'processing') {
    return <Navigate to="/portal/pay/success" search={{ payment: paymentId }} replace />;
  }
  return <Unpaid payment={payment} />;
}
