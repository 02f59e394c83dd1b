import { Anchor, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import * as z from 'zod';
import type { CodeSent } from '#domain/accounts/account.ts';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { Email } from '#domain/kernel/text.ts';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { EmailField } from './account-fields.tsx';
import { CodeStep } from './code-step.tsx';
import { codeMayBeSent } from './code-may-be-sent.ts';
import { useSignedIn } from './use-signed-in.ts';

const Draft = z.object({ email: Email });
type Draft = z.infer<typeof Draft>;

type Props = { slug?: string; email: string; onPassword: (email: string) => void };

/** Signing in without a password: the address, then the code that comes to it. */
export function CodeLoginForm({ slug, email, onPassword }: Props) {
  const form = useSchemaForm(Draft, { email });
  const [sent, setSent] = useState<CodeSent | null>(null);
  const signedIn = useSignedIn();
  const { submit, problem, isPending } = useSubmit(
    form,
    (typed: Draft) => call(accountRoutes.askSignInCode, { body: { ...typed, ...(slug && { slug }) } }),
    setSent,
  );
  if (sent) {
    return (
      <CodeStep
        sent={sent}
        email={form.values.email}
        help={codeMayBeSent}
        changeLabel="Use another address"
        prove={(body) => call(accountRoutes.proveSignInCode, { body })}
        onProved={(answer) => {
          toast('OTP sent and validated');
          return signedIn(answer);
        }}
        onChange={() => setSent(null)}
      />
    );
  }
  return (
    <form onSubmit={submitAs(form, Draft, submit)} noValidate>
      <Stack gap="lg">
        <EmailField {...form.getInputProps('email')} autoFocus />
        <ProblemAlert problem={problem} />
        <Button type="submit" variant="filled" size="md" className="cap" loading={isPending}>
          SEND OTP
        </Button>
        <Anchor component="button" type="button" size="md" onClick={() => onPassword(form.values.email)}>
          Use my password instead
        </Anchor>
      </Stack>
    </form>
  );
}
