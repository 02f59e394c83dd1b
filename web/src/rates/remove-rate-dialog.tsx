import { Text } from '@mantine/core';
import type { ExchangeRate } from '#domain/rates/rate.ts';
import { ConfirmDialog } from '#web/members/confirm-dialog.tsx';
import { problemIn } from '#web/platform/problem-of.ts';
import { formatDay } from '#web/platform/format-moment.ts';
import { toast } from '#web/platform/toast.tsx';
import { useRemoveRate } from './rate-queries.ts';

export function RemoveRateDialog({ rate, onClose }: { rate: ExchangeRate; onClose: () => void }) {
  const { currency, from } = rate;
  const { mutate, isPending, error } = useRemoveRate();
  const remove = () =>
    mutate(rate, {
      onSuccess: () => {
        toast(`Rate of ${currency} removed`);
        onClose();
      },
    });
  return (
    <ConfirmDialog
      title={`Remove the rate of ${currency} from ${formatDay(from)}?`}
      verb="Remove rate"
      isDanger
      isPending={isPending}
      problem={error && problemIn(error)}
      onConfirm={remove}
      onClose={onClose}
    >
      <Text>Payments that were made keep it. Without any rate, customers can no longer pay in {currency}.</Text>
    </ConfirmDialog>
  );
}
