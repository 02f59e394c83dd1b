import { Button, Stack, Text } from '@mantine/core';
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { useMe } from '#web/members/me.ts';
import { call } from '#web/platform/call.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { Inset, Section } from '#web/platform/section.tsx';
import { toast } from '#web/platform/toast.tsx';
import { PasswordField } from './account-fields.tsx';
import { blankPassword, NewPasswordTwice, passwordTwice } from './new-password-twice.tsx';

const passwordQuery = queryOptions({
  queryKey: ['accounts', 'password'],
  queryFn: ({ signal }) => call(accountRoutes.password, {}, signal),
});

/** The part of the profile where somebody changes the password, or chooses a first one. */
export function PasswordSection() {
  const { data, error, refetch } = useQuery(passwordQuery);
  return (
    <Section title="Password">
      {!error && !data && <Loading rows={2} label="Loading the password settings" />}
      <Inset>
        {error && <Failed error={error} retry={() => void refetch()} />}
        {data && <PasswordForm isSet={data.isSet} />}
      </Inset>
    </Section>
  );
}

const First = passwordTwice({});
const Change = passwordTwice({ current: z.string().min(1, 'Please enter your current password').max(128) });

function PasswordForm({ isSet }: { isSet: boolean }) {
  const { member, workspace } = useMe();
  const queries = useQueryClient();
  const form = useSchemaForm(isSet ? Change : First, { ...blankPassword, ...(isSet && { current: '' }) });
  const { submit, problem, isPending } = useSubmit(
    form,
    ({ current, password }: { current?: string; password: string }) =>
      call(accountRoutes.changePassword, { body: { password, ...(current !== undefined && { current }) } }),
    () => {
      toast(isSet ? 'Password changed. Your other devices are signed out.' : 'Password set');
      form.reset();
      void queries.invalidateQueries({ queryKey: passwordQuery.queryKey });
    },
  );
  const context = { email: member.email, name: member.name, businessName: workspace.name };
  return (
    <form onSubmit={submitAs(form, isSet ? Change : First, submit)} noValidate>
      <Stack gap="lg" maw={376}>
        {isSet ? (
          <PasswordField label="Current password" {...form.getInputProps('current')} />
        ) : (
          <Text c="dimmed">You sign in without a password. With one you can sign in by e-mail as well.</Text>
        )}
        <NewPasswordTwice
          password={form.values.password}
          first={form.getInputProps('password')}
          second={form.getInputProps('again')}
          context={context}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" size="md" loading={isPending} style={{ alignSelf: 'start' }}>
          {isSet ? 'Change password' : 'Set password'}
        </Button>
      </Stack>
    </form>
  );
}
