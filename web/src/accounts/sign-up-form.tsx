import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type CodeSent, SignUp } from '#domain/accounts/account.ts';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { ProviderButtons } from '#web/logins/provider-buttons.tsx';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { EmailField, NameField } from './account-fields.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { AgeAndRole, AgeField, RoleField } from './joining-fields.tsx';
import { SignUpCodeStep } from './sign-up-code-step.tsx';

export function SignUpForm({ slug }: { slug: string }) {
  const form = useSchemaForm(SignUp, { slug, name: '', email: '', age: '', role: 'customer', password: '' });
  const [sent, setSent] = useState<CodeSent | null>(null);
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: SignUp) => call(accountRoutes.signUp, { body }),
    setSent,
  );
  // The code belongs to what was sent: to change it is to ask for a new one.
  const readOnly = sent !== null;

  return (
    <>
      <form onSubmit={submitAs(form, SignUp, submit)} noValidate>
        <Stack gap="lg">
          <NameField {...form.getInputProps('name')} readOnly={readOnly} />
          <EmailField isNew {...form.getInputProps('email')} readOnly={readOnly} />
          <AgeAndRole>
            <AgeField {...form.getInputProps('age')} readOnly={readOnly} />
            <RoleField {...form.getInputProps('role')} readOnly={readOnly} />
          </AgeAndRole>
          <NewPasswordField
            {...form.getInputProps('password')}
            password={form.values.password}
            context={form.values}
            readOnly={readOnly}
          />
          <ProblemAlert problem={problem} />
          {!sent && (
            <Button type="submit" variant="filled" size="md" className="cap" loading={isPending}>
              SEND OTP
            </Button>
          )}
        </Stack>
      </form>
      {sent && <SignUpCodeStep sent={sent} email={form.values.email} onChange={() => setSent(null)} />}
      <ProviderButtons slug={slug} />
      <Text size="md" c="dimmed">
        Already registered?{' '}
        <Anchor component={Link} to={`/w/${slug}/login`}>
          Go to Login
        </Anchor>
      </Text>
    </>
  );
}
