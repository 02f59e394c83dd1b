import { Button, Stack } from '@mantine/core';
import { Acceptance, type OpenInvitation } from '#domain/members/invitation.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { EmailField, NameField, PasswordField } from '#web/accounts/account-fields.tsx';
import { AgeField } from '#web/accounts/joining-fields.tsx';
import { useSignedIn } from '#web/accounts/use-signed-in.ts';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';

/** What is known already is not asked: the rest of the fields must be filled. */
const schemaOf = ({ name, age, password }: OpenInvitation) =>
  Acceptance.omit({ token: true }).required({
    ...(name === null && { name: true }),
    ...(age === null && { age: true }),
    ...(password !== 'none' && { password: true }),
    ...(password === 'given' && { givenPassword: true }),
  });

const passwordHelp = {
  new: 'At least 8 characters',
  given: 'Your own from now on: at least 8 characters',
  own: 'You already have an account with this e-mail: use its password',
};

/** The link proves the e-mail address. One account serves every business: who has one, joins with its password. */
export function AcceptForm({ token, invitation }: { token: string; invitation: OpenInvitation }) {
  const { email, password, workspaceName, invitedBy } = invitation;
  const schema = schemaOf(invitation);
  const form = useSchemaForm(schema, {
    ...(invitation.name === null && { name: '' }),
    ...(invitation.age === null && { age: '' }),
    ...(password !== 'none' && { password: '' }),
    ...(password === 'given' && { givenPassword: '' }),
  });
  const signedIn = useSignedIn();
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: Omit<Acceptance, 'token'>) => call(memberRoutes.acceptInvitation, { body: { ...body, token } }),
    (answer) => {
      if (answer.step === 'in') toast(`Welcome to ${workspaceName}`);
      return signedIn(answer);
    },
  );
  return (
    <form onSubmit={submitAs(form, schema, submit)} noValidate>
      <Stack gap="lg">
        <EmailField value={email} readOnly withAsterisk={false} />
        {invitation.name === null && <NameField {...form.getInputProps('name')} autoFocus />}
        {invitation.age === null && <AgeField {...form.getInputProps('age')} />}
        {password === 'given' && (
          <PasswordField label={`Password that ${invitedBy} gave you`} {...form.getInputProps('givenPassword')} />
        )}
        {password !== 'none' && (
          <PasswordField
            isNew={password !== 'own'}
            label={password === 'given' ? 'New password' : 'Password'}
            description={passwordHelp[password]}
            {...form.getInputProps('password')}
          />
        )}
        <ProblemAlert problem={problem} />
        <Button type="submit" variant="filled" size="md" loading={isPending}>
          Accept invitation
        </Button>
      </Stack>
    </form>
  );
}
