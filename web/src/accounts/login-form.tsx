import { Button, Stack } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import * as z from 'zod';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { Email } from '#domain/kernel/text.ts';
import { PasskeyButton } from '#web/factors/passkey-button.tsx';
import { ProviderButtons } from '#web/logins/provider-buttons.tsx';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm, useSubmit } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { EmailField, PasswordField } from './account-fields.tsx';
import { useSignedIn } from './use-signed-in.ts';

const Credentials = z.object({ email: Email, password: z.string().min(1, 'Please enter your password') });
type Credentials = z.infer<typeof Credentials>;

type Props = { slug?: string; email: string; onCode: (email: string) => void };

export function LoginForm({ slug, email, onCode }: Props) {
  const form = useSchemaForm(Credentials, { email, password: '' });
  const signedIn = useSignedIn();
  const at = slug === undefined ? {} : { slug };
  const { submit, problem, isPending } = useSubmit(
    form,
    (typed: Credentials) => call(accountRoutes.signIn, { body: { ...typed, ...at } }),
    (answer) => signedIn(answer),
  );
  return (
    <>
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
      <Stack gap="sm">
        <Button
          size="md"
          leftSection={<IconMail size={16} stroke={1.5} aria-hidden />}
          onClick={() => onCode(form.values.email)}
        >
          Email me a code
        </Button>
        <PasskeyButton {...at} />
      </Stack>
      <ProviderButtons {...at} />
    </>
  );
}
