import { Button, Stack } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { PasskeyButton } from '#web/factors/passkey-button.tsx';
import { ProviderButtons } from '#web/logins/provider-buttons.tsx';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { EmailField, PasswordField } from './account-fields.tsx';
import { useCredentials } from './use-credentials.ts';
import { useSignedIn } from './use-signed-in.ts';

type Props = { slug?: string; email: string; onCode: (email: string) => void };

export function LoginForm({ slug, email, onCode }: Props) {
  const form = useCredentials(email);
  const signedIn = useSignedIn();
  const at = slug === undefined ? {} : { slug };
  const { submit, problem, isPending } = useSubmit(
    form,
    async (typed: typeof form.values) => (await import('./sign-in.ts')).signIn({ ...typed, ...at }),
    (answer) => signedIn(answer),
  );
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit(form.values);
  };
  return (
    <>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="lg">
          <EmailField {...form.propsOf('email')} autoFocus />
          <PasswordField {...form.propsOf('password')} />
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
