import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import * as z from 'zod';
import { Code, type CodeSent } from '#domain/accounts/account.ts';
import { accountRoutes } from '#domain/accounts/routes.ts';
import type { Me } from '#domain/members/member.ts';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm, useSubmit } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { toast } from '#web/platform/toast.tsx';
import { OtpField } from './otp-field.tsx';
import { useCountdown } from './use-countdown.ts';

const Draft = z.object({ code: Code });

type Props = { sent: CodeSent; email: string; onProved: (me: Me) => void; onChange: () => void };

/** The second step of every sign-up: the code of the e-mail. */
export function CodeStep({ sent, email, onProved, onChange }: Props) {
  const form = useSchemaForm(Draft, { code: '' });
  const [latest, setLatest] = useState(() => ({ ...sent, at: Date.now() }));
  const { signUpId } = latest;
  const secondsLeft = useCountdown(latest.at + latest.resendAfterSeconds * 1000);

  const proof = useSubmit(
    form,
    (code: string) => call(accountRoutes.prove, { body: { signUpId, code } }),
    (me) => {
      toast('User registered successfully');
      onProved(me);
    },
  );
  const resend = useSubmit(
    form,
    () => call(accountRoutes.resendCode, { body: { signUpId } }),
    (again) => {
      setLatest({ ...again, at: Date.now() });
      toast(`A new code was sent to ${email}`);
    },
  );
  const error = form.errors['code'];

  return (
    <form onSubmit={submitAs(form, Draft, ({ code }) => proof.submit(code))} noValidate>
      <Stack gap="lg">
        <OtpField
          value={form.values.code}
          onChange={(code) => form.setFieldValue('code', code)}
          error={typeof error === 'string' ? error : null}
          email={email}
        />
        <Group justify="space-between" gap="sm">
          <Anchor component="button" type="button" size="sm" onClick={onChange}>
            Change these details
          </Anchor>
          {secondsLeft > 0 ? (
            <Text size="sm" c="dimmed" className="figures">
              You can resend OTP in {secondsLeft}s
            </Text>
          ) : (
            <Anchor
              component="button"
              type="button"
              size="sm"
              disabled={resend.isPending}
              onClick={() => resend.submit(undefined)}
            >
              Resend OTP
            </Anchor>
          )}
        </Group>
        <ProblemAlert problem={proof.problem ?? resend.problem} />
        <Button type="submit" variant="filled" size="md" className="cap" loading={proof.isPending}>
          SUBMIT OTP
        </Button>
      </Stack>
    </form>
  );
}
