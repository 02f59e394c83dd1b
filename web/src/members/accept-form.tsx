import { Button, Stack } from '@mantine/core';
import { Acceptance, type OpenInvitation } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { EmailField, NameField, PasswordField } from '#web/accounts/account-fields.tsx';
import { AgeField } from '#web/accounts/joining-fields.tsx';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm, useSubmit } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { toast } from '#web/platform/toast.tsx';
import { useEnter } from './use-enter.ts';

/** The link proves the e-mail address. One account serves every business: who has one, joins with its password. */
export function AcceptForm({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const { email, hasAccount, workspaceName } = invitation;
  const form = useSchemaForm(Acceptance, { name: '', age: '', password: '' });
  const enter = useEnter();
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: Acceptance) => call(memberRoutes.acceptInvitation, { params: { token }, body }),
    (me) => {
      toast(`Welcome to ${workspaceName}`);
      enter(me);
    },
  );
  return (
    <form onSubmit={submitAs(form, Acceptance, submit)} noValidate>
      <Stack gap="lg">
        <EmailField value={email} readOnly withAsterisk={false} />
        <NameField {...form.getInputProps('name')} autoFocus />
        <AgeField {...form.getInputProps('age')} />
        <PasswordField
          isNew={!hasAccount}
          description={
            hasAccount ? 'You already have an account with this e-mail: use its password' : 'At least 8 characters'
          }
          {...form.getInputProps('password')}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" variant="filled" size="md" loading={isPending}>
          Accept invitation
        </Button>
      </Stack>
    </form>
  );
}
