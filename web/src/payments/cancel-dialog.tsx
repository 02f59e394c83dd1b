import { Text } from '@mantine/core';
import { formatMoney } from '#domain/kernel/money.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { ConfirmDialog } from '#web/members/confirm-dialog.tsx';
import { problemIn } from '#web/platform/problem-of.ts';
import { toast } from '#web/platform/toast.tsx';
import { useCancelPayment } from './payment-queries.ts';

/** Takes back what was asked for. */
export function CancelDialog({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const cancel = useCancelPayment();
  return (
    <ConfirmDialog
      title={`Cancel the request for ${formatMoney(payment)}?`}
      verb="Cancel the request"
      otherwise="Keep it"
      isDanger
      isPending={cancel.isPending}
      problem={cancel.error && problemIn(cancel.error)}
      onConfirm={() =>
        cancel.mutate(payment.id, {
          onSuccess: () => {
            toast('Request cancelled');
            onClose();
          },
        })
      }
      onClose={onClose}
    >
      <Text>{payment.customer.name} cannot pay it any more. It stays in the history.</Text>
    </ConfirmDialog>
  );
}
