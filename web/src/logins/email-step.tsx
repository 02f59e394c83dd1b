import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import * as z from 'zod';
import type { CodeSent } from '#domain/accounts/account.ts';
import { Email } from '#domain/kernel/text.ts';
import { loginRoutes } from '#domain/logins/routes.ts';
import { EmailField } from '#web/accounts/account-fields.tsx';
import { CodeStep } from '#web/accounts/code-step.tsx';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { useFinished } from './use-finished.ts';

const Draft = z.object({ email: Email });

type Props = { company: string; name: string; email: string | null; next: string | null };

/** For somebody whose company vouches for no address: ours is proved by a code, as in every other sign-up. */
export function EmailStep({ company, name, email, next }: Props) {
  const form = useSchemaForm(Draft, { email: email ?? '' });
  const [sent, setSent] = useState<CodeSent | null>(null);
  const finished = useFinished();
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: z.output<typeof Draft>) => call(loginRoutes.askCode, { body }),
    setSent,
  );
  return (
    <>
      <Text size="md" c="dimmed">
        Welcome, {name}. {company} does not tell us a verified e-mail address, so we send a code to yours.
      </Text>
      <form onSubmit={submitAs(form, Draft, submit)} noValidate>
        <Stack gap="lg">
          <EmailField isNew {...form.getInputProps('email')} readOnly={sent !== null} autoFocus />
          <ProblemAlert problem={problem} />
          {!sent && (
            <Button type="submit" variant="filled" size="md" className="cap" loading={isPending}>
              SEND OTP
            </Button>
          )}
        </Stack>
      </form>
      {sent && (
        <CodeStep
          sent={sent}
          email={form.values.email}
          changeLabel="Use another address"
          prove={(body) => call(loginRoutes.prove, { body })}
          onProved={(outcome) => finished({ outcome, next })}
          onChange={() => setSent(null)}
        />
      )}
    </>
  );
}
