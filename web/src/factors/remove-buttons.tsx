import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Passkey } from '#domain/factors/factor.ts';
import { factorRoutes } from '#domain/factors/routes.ts';
import { call } from '#web/platform/call.ts';
import { toast, toastProblem } from '#web/platform/toast.tsx';
import { useFactorAct } from './factor-queries.ts';

export const RemoveTotpButton = () => (
  <RemoveButton
    label="Remove the authenticator app"
    says="Signing in no longer asks for a code of the app. Its entry in the app becomes worthless."
    remove={() => call(factorRoutes.removeTotp)}
    done="Authenticator app removed"
  />
);

export const RemovePasskeyButton = ({ passkey: { id, name } }: { passkey: Passkey }) => (
  <RemoveButton
    label={`Remove ${name}`}
    says="It can no longer be used to sign in. You may want to delete it on your device as well."
    remove={() => call(factorRoutes.removePasskey, { params: { passkeyId: id } })}
    done="Passkey removed"
  />
);

type Props = { label: string; says: string; remove: () => Promise<void>; done: string };

function RemoveButton({ label, says, remove, done }: Props) {
  const [isOpen, { open, close }] = useDisclosure();
  const { mutate, isPending } = useFactorAct(remove, { onSuccess: () => toast(done), onError: toastProblem });
  return (
    <>
      <Button size="xs" aria-label={label} loading={isPending} onClick={open}>
        Remove
      </Button>
      <Modal opened={isOpen} onClose={close} title={`${label}?`} closeButtonProps={{ 'aria-label': 'Close' }}>
        <Stack gap="lg">
          <Text>{says}</Text>
          <Group justify="flex-end" gap="sm">
            <Button size="md" onClick={close}>
              Cancel
            </Button>
            <Button
              size="md"
              variant="filled"
              onClick={() => {
                close();
                mutate();
              }}
            >
              Remove
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
