import { Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { factorRoutes } from '#domain/factors/routes.ts';
import { call } from '#web/platform/call.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { CodeProof } from './code-proof.tsx';
import type { Proving } from './proving.ts';

/** A code is sent only when it is asked for. */
export function MailedCodeProof({ send }: Pick<Proving, 'send'>) {
  const { mutate, isPending, data, error } = useMutation({ mutationFn: () => call(factorRoutes.sendStepUpCode) });
  if (data) return <CodeProof way="code" give={(code) => send({ way: 'code', ticket: data.ticket, code })} />;
  return (
    <Stack gap="lg">
      <Text c="dimmed">We send six digits to your e-mail address.</Text>
      <ProblemAlert problem={error && problemIn(error)} />
      <Button variant="filled" size="md" className="cap" loading={isPending} onClick={() => mutate()} data-autofocus>
        SEND ME A CODE
      </Button>
    </Stack>
  );
}
