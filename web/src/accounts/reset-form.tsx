import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import * as z from 'zod';
import { Code, type CodeSent } from '#domain/accounts/account.ts';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { codeMayBeSent } from './code-may-be-sent.ts';
import { blankPassword, NewPasswordTwice, passwordTwice } from './new-password-twice.tsx';
import { OtpField } from './otp-field.tsx';
import { ResendLine, useResend } from './resend.tsx';

const Draft = passwordTwice({ code: Code });
type Draft = z.infer<typeof Draft>;

type Props = { sent: CodeSent; email: string; loginPath: string; onChange: () => void };

export function ResetForm({ sent, email, loginPath, onChange }: Props) {
  const form = useSchemaForm(Draft, { code: '', ...blankPassword });
  const router = useRouter();
  const again = useResend(form, sent, email);
  const { submit, problem, isPending } = useSubmit(
    form,
    ({ code, password }: Draft) => call(accountRoutes.proveReset, { body: { ticket: again.ticket, code, password } }),
    () => {
      toast('Password reset successfully');
      void router.navigate({ to: loginPath });
    },
  );
  return (
    <form onSubmit={submitAs(form, Draft, submit)} noValidate>
      <Stack gap="lg">
        <OtpField {...form.getInputProps('code')} help={codeMayBeSent} />
        <Group justify="space-between" gap="sm">
          <Anchor component="button" type="button" size="sm" onClick={onChange}>
            Use another address
          </Anchor>
          <ResendLine {...again} />
        </Group>
        <NewPasswordTwice
          password={form.values.password}
          first={form.getInputProps('password')}
          second={form.getInputProps('again')}
          context={{ email }}
        />
        <ProblemAlert problem={problem ?? again.problem} />
        <Button type="submit" variant="filled" size="md" className="cap" loading={isPending}>
          RESET PASSWORD
        </Button>
      </Stack>
    </form>
  );
}
