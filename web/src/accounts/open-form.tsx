import { Anchor, Button, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type CodeSent, OpenBusiness } from '#domain/accounts/account.ts';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { EmailField, NameField } from './account-fields.tsx';
import { NewPasswordField } from './new-password-field.tsx';
import { AgeField } from './joining-fields.tsx';
import { BusinessFields } from './business-fields.tsx';
import { SignUpCodeStep } from './sign-up-code-step.tsx';

const blank = () => ({
  businessName: '',
  slug: '',
  currency: 'USD',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  name: '',
  email: '',
  age: '',
  password: '',
});

/** The first person of a business is its admin, and needs nobody's verification. */
export function OpenForm() {
  const [initial] = useState(blank);
  const form = useSchemaForm(OpenBusiness, initial);
  const [sent, setSent] = useState<CodeSent | null>(null);
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: OpenBusiness) => call(accountRoutes.openBusiness, { body }),
    setSent,
  );
  const readOnly = sent !== null;

  return (
    <>
      <form onSubmit={submitAs(form, OpenBusiness, submit)} noValidate>
        <Stack gap="lg">
          <BusinessFields form={form} readOnly={readOnly} />
          <NameField label="Your name" {...form.getInputProps('name')} readOnly={readOnly} />
          <EmailField isNew {...form.getInputProps('email')} readOnly={readOnly} />
          <AgeField {...form.getInputProps('age')} readOnly={readOnly} />
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
      <Text size="md" c="dimmed">
        Already registered?{' '}
        <Anchor component={Link} to="/login">
          Go to Login
        </Anchor>
      </Text>
    </>
  );
}

export type OpenFormValues = ReturnType<typeof blank>;
