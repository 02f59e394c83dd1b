import { Button, Stack, Text, TextInput } from '@mantine/core';
import * as z from 'zod';
import { Code } from '#domain/accounts/account.ts';
import type { TotpStart } from '#domain/factors/factor.ts';
import { factorRoutes } from '#domain/factors/routes.ts';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { useFactorAct } from './factor-queries.ts';
import { QrCode } from './qr-code.tsx';
import classes from './factors.module.css';

const Draft = z.object({ code: Code });

type Props = { start: TotpStart; onDone: (recoveryCodes: string[] | null) => void };

/** The app is on once it has shown that it has the secret. */
export function TotpSetup({ start, onDone }: Props) {
  const form = useSchemaForm(Draft, { code: '' });
  const { mutateAsync } = useFactorAct((code: string) => call(factorRoutes.confirmTotp, { body: { code } }));
  const { submit, problem, isPending } = useSubmit(form, mutateAsync, ({ recoveryCodes }) => onDone(recoveryCodes));
  return (
    <form onSubmit={submitAs(form, Draft, ({ code }) => submit(code))} noValidate>
      <Stack gap="lg">
        <Text>Scan this with your authenticator app, such as Google Authenticator or 1Password.</Text>
        <QrCode text={start.uri} label="QR code for your authenticator app" />
        <div>
          <Text c="dimmed" size="sm" mb={4}>
            Or type this key in:
          </Text>
          <code className={classes.secret}>{start.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
        </div>
        <TextInput
          label="Code that the app shows"
          size="md"
          withAsterisk
          inputMode="numeric"
          autoComplete="one-time-code"
          data-autofocus
          {...form.getInputProps('code')}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" variant="filled" size="md" className="cap" loading={isPending}>
          TURN ON
        </Button>
      </Stack>
    </form>
  );
}
