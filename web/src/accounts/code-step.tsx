import { Anchor, Button, Group, Stack } from '@mantine/core';
import * as z from 'zod';
import { Code, type CodeSent } from '#domain/accounts/account.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { OtpField } from './otp-field.tsx';
import { ResendLine, useResend } from './resend.tsx';

const Draft = z.object({ code: Code });

type Props<T> = {
  sent: CodeSent;
  email: string;
  /** What is said below the field. */
  help?: string;
  prove: (proof: { ticket: string; code: string }) => Promise<T>;
  onProved: (result: T) => void | Promise<void>;
  onChange: () => void;
  changeLabel?: string;
};

/** The second step of a sign-up or a sign-in: the code of the e-mail. */
export function CodeStep<T>({ sent, email, help, prove, onProved, onChange, changeLabel }: Props<T>) {
  const form = useSchemaForm(Draft, { code: '' });
  const again = useResend(form, sent, email);
  const proof = useSubmit(form, (code: string) => prove({ ticket: again.ticket, code }), onProved);
  return (
    <form onSubmit={submitAs(form, Draft, ({ code }) => proof.submit(code))} noValidate>
      <Stack gap="lg">
        <OtpField {...form.getInputProps('code')} help={help ?? `Sent to ${email}`} />
        <Group justify="space-between" gap="sm">
          <Anchor component="button" type="button" size="sm" onClick={onChange}>
            {changeLabel ?? 'Change these details'}
          </Anchor>
          <ResendLine {...again} />
        </Group>
        <ProblemAlert problem={proof.problem ?? again.problem} />
        <Button type="submit" variant="filled" size="md" className="cap" loading={proof.isPending}>
          SUBMIT OTP
        </Button>
      </Stack>
    </form>
  );
}
