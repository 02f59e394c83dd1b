import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import type { CodeSent } from '#domain/accounts/account.ts';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { call } from '#web/platform/call.ts';
import type { Form } from '#web/platform/form.ts';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { useCountdown } from './use-countdown.ts';

/** The code in force: a new one takes the place of the old one, and has to be waited for. */
export function useResend<V extends Record<string, unknown>>(form: Form<V>, sent: CodeSent, email: string) {
  const [latest, setLatest] = useState(() => ({ ...sent, at: Date.now() }));
  const { ticket } = latest;
  const secondsLeft = useCountdown(latest.at + latest.resendAfterSeconds * 1000);
  const { submit, problem, isPending } = useSubmit(
    form,
    () => call(accountRoutes.resendCode, { body: { ticket } }),
    (again) => {
      setLatest({ ...again, at: Date.now() });
      toast(`A new code was sent to ${email}`);
    },
  );
  return { ticket, secondsLeft, problem, isPending, resend: () => submit(undefined) };
}

type Props = Pick<ReturnType<typeof useResend>, 'secondsLeft' | 'isPending' | 'resend'>;

export const ResendLine = ({ secondsLeft, isPending, resend }: Props) =>
  secondsLeft > 0 ? (
    <Text size="sm" c="dimmed" className="figures">
      You can resend OTP in {secondsLeft}s
    </Text>
  ) : (
    <Anchor component="button" type="button" size="sm" disabled={isPending} onClick={resend}>
      Resend OTP
    </Anchor>
  );
