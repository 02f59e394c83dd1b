import { Button, type ButtonProps } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toastProblem } from '#web/platform/toast.tsx';
import { openPayment } from './checkout-queries.ts';
import { useLeaving } from './use-leaving.ts';

type Props = Pick<ButtonProps, 'size' | 'variant' | 'className' | 'children'> & {
  paymentId: string;
  /** Where several stand below each other: which one it is. */
  'aria-label'?: string;
};

/** Opens Stripe's page for this payment, anew when the last one came to nothing. */
export function PayButton({ paymentId, ...look }: Props) {
  const queries = useQueryClient();
  const { isLeaving, leaveTo } = useLeaving();
  const { mutate, isPending } = useMutation({
    mutationFn: openPayment,
    onSuccess: ({ url }) => leaveTo(url),
    onError: (error) => {
      toastProblem(error);
      // It may be paid already, or not asked for any more.
      void queries.invalidateQueries({ queryKey: ['payments'] });
    },
  });
  return <Button {...look} loading={isPending || isLeaving} onClick={() => mutate(paymentId)} />;
}
