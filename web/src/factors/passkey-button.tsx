import { Button, Stack } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { factorRoutes } from '#domain/factors/routes.ts';
import { useSignedIn } from '#web/accounts/use-signed-in.ts';
import { call } from '#web/platform/call.ts';
import { problemIn } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { knowsPasskeys, signWithPasskey } from './passkey.ts';

/** Signs in with a passkey alone; at a business with its slug. Not shown where the browser has no passkeys. */
export function PasskeyButton({ slug }: { slug?: string }) {
  const signedIn = useSignedIn();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const response = await signWithPasskey(await call(factorRoutes.passkeyOptions));
      return call(factorRoutes.passkeySignIn, { body: { response, ...(slug && { slug }) } });
    },
    onSuccess: (answer) => signedIn(answer),
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
