import { Button, Stack } from '@mantine/core';
import * as z from 'zod';
import type { CodeSent } from '#domain/accounts/account.ts';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { Email } from '#domain/kernel/text.ts';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { EmailField } from './account-fields.tsx';

const Draft = z.object({ email: Email });
type Draft = z.infer<typeof Draft>;

type Props = { email: string; onSent: (sent: CodeSent, email: string) => void };

export function ResetAskForm({ email, onSent }: Props) {
  const form = useSchemaForm(Draft, { email });
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: Draft) => call(accountRoutes.askReset, { body }),
    (sent, typed) => onSent(sent, typed.email),
  );
  return (
    <form onSubmit={submitAs(form, Draft, submit)} noValidate>
      <Stack gap="lg">
        <EmailField {...form.getInputProps('email')} autoFocus />
        <ProblemAlert problem={problem} />
        <Button type="submit" variant="filled" size="md" className="cap" loading={isPending}>
          SEND OTP
        </Button>
      </Stack>
    </form>
  );
}
