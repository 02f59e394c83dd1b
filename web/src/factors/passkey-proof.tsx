import { Button, Stack, Text } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { problemIn } from '#web/platform/problem-of.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { signWithPasskey } from './passkey.ts';
import type { Proving } from './proving.ts';

export function PasskeyProof({ send, ask }: Proving) {
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => send({ way: 'passkey', response: await signWithPasskey(await ask()) }),
  });
  return (
    <Stack gap="lg">
      <Text c="dimmed">Your browser asks for your finger, your face or the PIN of your device.</Text>
      <ProblemAlert problem={error && problemIn(error)} />
      <Button
        variant="filled"
        size="md"
        className="cap"
        leftSection={<IconFingerprint size={16} stroke={1.5} aria-hidden />}
        loading={isPending}
        onClick={() => mutate()}
        data-autofocus
      >
        USE A PASSKEY
      </Button>
    </Stack>
  );
}
