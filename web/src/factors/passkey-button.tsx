import { Button, Stack } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useSignedIn } from '#web/accounts/use-signed-in.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { knowsPasskeys } from './knows-passkeys.ts';

/** Signs in with a passkey alone; at a business with its slug. Not shown where the browser has no passkeys. */
export function PasskeyButton({ slug }: { slug?: string }) {
  const signedIn = useSignedIn();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const { signInWithPasskey } = await import('./sign-in-with-passkey.ts');
      await signedIn(await signInWithPasskey(slug === undefined ? {} : { slug }));
    },
  });
  if (!knowsPasskeys()) return null;
  return (
    <Stack gap="sm">
      <Button
        size="md"
        leftSection={<IconFingerprint size={16} stroke={1.5} aria-hidden />}
        loading={isPending}
        onClick={() => mutate()}
      >
        Sign in with a passkey
      </Button>
      <ProblemAlert problem={error && problemIn(error)} />
    </Stack>
  );
}
