import { Text } from '@mantine/core';
import { ConfirmDialog } from '#web/members/confirm-dialog.tsx';
import { problemIn } from '#web/platform/problem-of.ts';
import { toast } from '#web/platform/toast.tsx';
import { useDisconnect } from './connection-queries.ts';

export function DisconnectDialog({ accountId, onClose }: { accountId: string; onClose: () => void }) {
  const { mutate, isPending, error } = useDisconnect();
  const leave = () =>
    mutate(undefined, {
      onSuccess: () => {
        toast('Stripe account disconnected');
        onClose();
      },
    });
  return (
    <ConfirmDialog
      title="Disconnect this Stripe account?"
      verb="Disconnect"
      isDanger
      isPending={isPending}
      problem={error && problemIn(error)}
      onConfirm={leave}
      onClose={onClose}
    >
      <Text>
        No new payment is made on <span className="figures">{accountId}</span>. What was paid on it stays, and can still
        be given back. The account itself is yours and stays open at Stripe.
      </Text>
    </ConfirmDialog>
  );
}
