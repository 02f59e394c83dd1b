import { Button, Stack, TextInput } from '@mantine/core';
import * as z from 'zod';
import { Code } from '#domain/accounts/account.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';

const Draft = z.object({ code: Code });

const fields = {
  totp: {
    label: 'Code of your authenticator app',
    description: 'Six digits, new every 30 seconds.',
    inputMode: 'numeric',
    autoComplete: 'one-time-code',
  },
  'recovery-code': {
    label: 'Recovery code',
    description: 'Each one works once.',
    inputMode: 'text',
    autoComplete: 'off',
  },
  code: {
    label: 'Code of the e-mail',
    description: 'Valid for 10 minutes.',
    inputMode: 'numeric',
    autoComplete: 'one-time-code',
  },
} as const;

type Props = { way: keyof typeof fields; give: (code: string) => Promise<void> };

export function CodeProof({ way, give }: Props) {
  const form = useSchemaForm(Draft, { code: '' });
  const { submit, problem, isPending } = useSubmit(form, give, () => undefined);
  return (
    <form onSubmit={submitAs(form, Draft, ({ code }) => submit(code))} noValidate>
      <Stack gap="lg">
        <TextInput
          {...fields[way]}
          size="md"
          withAsterisk
          autoFocus
          data-autofocus
          spellCheck={false}
          {...form.getInputProps('code')}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" variant="filled" size="md" className="cap" loading={isPending}>
          CONFIRM
        </Button>
      </Stack>
    </form>
  );
}
