import { Button, Stack } from '@mantine/core';
import * as z from 'zod';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { Email } from '#domain/kernel/text.ts';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm, useSubmit } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { EmailField, PasswordField } from './account-fields.tsx';
import { useSignedIn } from './use-signed-in.ts';

const Credentials = z.object({ email: Email, password: z.string().min(1, 'Please enter your password') });
type Credentials = z.infer<typeof Credentials>;

export function LoginForm({ slug }: { slug?: string }) {
  const form = useSchemaForm(Credentials, { email: '', password: '' });
  const signedIn = useSignedIn();
  const { submit, problem, isPending } = useSubmit(
    form,
    (typed: Credentials) => call(accountRoutes.signIn, { body: { ...typed, ...(slug && { slug }) } }),
    signedIn,
  );
  return (
    <form onSubmit={submitAs(form, Credentials, submit)} noValidate>
      <Stack gap="lg">
        <EmailField {...form.getInputProps('email')} autoFocus />
        <PasswordField {...form.getInputProps('password')} />
        <ProblemAlert problem={problem} />
        <Button type="submit" variant="filled" size="md" className="cap" loading={isPending}>
          LOGIN
        </Button>
      </Stack>
    </form>
  );
}
