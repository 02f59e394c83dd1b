import { Button, Card, Stack, Switch } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import * as z from 'zod';
import { NewUser } from '#domain/members/invitation.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { EmailField, NameField, PasswordField } from '#web/accounts/account-fields.tsx';
import { AgeAndRole, AgeField } from '#web/accounts/joining-fields.tsx';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { PageHeader } from '#web/platform/page-header.tsx';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { AnyRoleField } from './any-role-field.tsx';
import { useMemberAct } from './member-queries.ts';
import classes from './members.module.css';

/** Whatever stands in the field of the password is left out. */
const Invited = z.object(NewUser.omit({ password: true }).shape);
const WithPassword = NewUser.required({ password: true });

export const AddUserPage = () => (
  <>
    <PageHeader title="Add user" sub={<Link to="/users">Users</Link>} />
    <Card className={classes.narrow ?? ''}>
      <AddUserForm />
    </Card>
  </>
);

/** Both ways send a link, because an address that nobody has proved makes no account. */
function AddUserForm() {
  const [isInvited, setIsInvited] = useState(false);
  const schema = isInvited ? Invited : WithPassword;
  const form = useSchemaForm(schema, { name: '', age: '', email: '', role: 'customer', password: '' });
  const navigate = useNavigate();
  const { mutateAsync } = useMemberAct(memberRoutes.add, () => {});
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: NewUser) => mutateAsync({ body }),
    ({ email }, { name }) => {
      toast(`User added successfully: ${name} comes in by the link sent to ${email}`);
      void navigate({ to: '/users/invitations' });
    },
  );

  return (
    <form onSubmit={submitAs(form, schema, submit)} noValidate>
      <Stack gap="lg">
        <NameField autoComplete="off" data-autofocus {...form.getInputProps('name')} />
        <AgeAndRole>
          <AgeField {...form.getInputProps('age')} />
          <AnyRoleField {...form.getInputProps('role')} />
        </AgeAndRole>
        <EmailField isNew autoComplete="off" {...form.getInputProps('email')} />
        {!isInvited && (
          <PasswordField
            isNew
            description="At least 8 characters. Tell it to them yourself: it is asked for once, and they choose their own then."
            {...form.getInputProps('password')}
          />
        )}
        <Switch
          label="Send an invitation instead"
          description="They choose their own password when they open the link"
          checked={isInvited}
          onChange={(event) => setIsInvited(event.currentTarget.checked)}
        />
        <ProblemAlert problem={problem} />
        <Button
          type="submit"
          variant="filled"
          size="md"
          className="cap"
          leftSection={<IconUserPlus size={16} stroke={1.5} aria-hidden />}
          loading={isPending}
        >
          ADD USER
        </Button>
      </Stack>
    </form>
  );
}
