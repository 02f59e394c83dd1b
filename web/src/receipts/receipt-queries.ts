import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { receiptRoutes } from '#domain/receipts/routes.ts';
import { call } from '#web/platform/call.ts';
import { toast, toastProblem } from '#web/platform/toast.tsx';

/** Below payments: whatever changes a payment may change what its receipt says. */
export const receiptQuery = (paymentId: string) =>
  queryOptions({
    queryKey: ['payments', 'receipt', paymentId],
    queryFn: ({ signal }) => call(receiptRoutes.read, { params: { paymentId } }, signal),
  });

export const useSendReceipt = (paymentId: string) =>
  useMutation({
    mutationFn: () => call(receiptRoutes.send, { params: { paymentId } }),
    onSuccess: () => toast('The receipt was sent'),
    onError: toastProblem,
  });

export const detailsQuery = queryOptions({
  queryKey: ['settings', 'receipts'],
  queryFn: ({ signal }) => call(receiptRoutes.details, {}, signal),
});

/** The picture to show from now on; null takes it away. */
export function useChangeLogo() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: Blob | null) =>
      file ? call(receiptRoutes.changeLogo, { file }) : call(receiptRoutes.removeLogo),
    onSuccess: (details, file) => {
      queries.setQueryData(detailsQuery.queryKey, details);
      toast(file ? 'Logo saved' : 'Logo removed');
    },
  });
}
