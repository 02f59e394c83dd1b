import { Button, Stack, Text, TextInput } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import * as z from 'zod';
import { PasskeyName } from '#domain/factors/factor.ts';
import { factorRoutes } from '#domain/factors/routes.ts';
import type { PasskeyCreation } from '#domain/factors/webauthn.ts';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { useFactorAct } from './factor-queries.ts';
import { makePasskey } from './passkey.ts';

const Draft = z.object({ name: PasskeyName });

type Props = { start: PasskeyCreation; onDone: (recoveryCodes: string[] | null) => void };

export function PasskeySetup({ start, onDone }: Props) {
  const form = useSchemaForm(Draft, { name: '' });
  const { mutateAsync } = useFactorAct(async (name: string) =>
    call(factorRoutes.addPasskey, { body: { name, response: await makePasskey(start) } }),
  );
  const { submit, problem, isPending } = useSubmit(form, mutateAsync, ({ recoveryCodes }) => onDone(recoveryCodes));
  return (
    <form onSubmit={submitAs(form, Draft, ({ name }) => submit(name))} noValidate>
      <Stack gap="lg">
        <Text>A passkey signs you in with your finger, your face or the PIN of a device.</Text>
        <TextInput
          label="Name"
          description="To tell it from others, such as My phone."
          size="md"
          withAsterisk
          data-autofocus
          {...form.getInputProps('name')}
        />
        <ProblemAlert problem={problem} />
        <Button
          type="submit"
          variant="filled"
          size="md"
          className="cap"
          leftSection={<IconFingerprint size={16} stroke={1.5} aria-hidden />}
          loading={isPending}
        >
          CREATE PASSKEY
        </Button>
      </Stack>
    </form>
  );
}
