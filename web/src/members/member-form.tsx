import { Button, Checkbox, Group, Stack, Switch, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Capability } from '#domain/kernel/rights.ts';
import type { Member } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { EmailField, NameField } from '#web/accounts/account-fields.tsx';
import { AgeAndRole, AgeField } from '#web/accounts/joining-fields.tsx';
import { call } from '#web/platform/call.ts';
import { ConflictDialog } from '#web/platform/conflict.tsx';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { AnyRoleField } from './any-role-field.tsx';
import { useMe } from './me.ts';
import { oneMember, useMemberAct } from './member-queries.ts';
import { capabilityNames } from './role-names.ts';
import { changeOf, differencesOf, keepTyped, type TypedUser, UserValues, valuesOf } from './user-values.ts';

/** Edit user. What changes elsewhere comes in while nothing is typed; what is typed is never lost. */
export function MemberForm({ member }: { member: Member }) {
  const queries = useQueryClient();
  const isMe = useMe().member.id === member.id;
  const [base, setBase] = useState(member);
  const [seen, setSeen] = useState(member.version);
  const [theirs, setTheirs] = useState<Member | null>(null);
  const form = useSchemaForm<TypedUser>(UserValues, valuesOf(member));
  const { mutateAsync: change } = useMemberAct(memberRoutes.change, () => {});

  const startFrom = (next: Member, values = valuesOf(next)) => {
    setBase(next);
    form.setInitialValues(valuesOf(next));
    form.setValues(values);
  };
  if (member.version !== seen) {
    setSeen(member.version);
    if (member.version !== base.version && !form.isDirty()) startFrom(member);
  }

  /** The e-mail address is the person's to prove; until then the earlier one stands. */
  const askForEmail = async (email: string) => {
    if (email === base.email) return;
    await call(memberRoutes.askEmail, { params: { memberId: member.id }, body: { email } });
    toast(`A link was sent to ${email}: it becomes the address once they open it`);
  };
  const save = async (from: Member, typed: UserValues): Promise<Member> => {
    const body = changeOf(from, typed);
    const saved = Object.keys(body).length > 1 ? await change({ params: { memberId: member.id }, body }) : from;
    startFrom(saved, { ...valuesOf(saved), email: typed.email });
    await askForEmail(typed.email);
    return saved;
  };
  const { submit, problem, isPending } = useSubmit(
    form,
    ({ from, typed }: { from: Member; typed: UserValues }) =>
      save(from, typed).catch(async (error: unknown) => {
        if (statusOf(error) !== 412) throw error;
        setTheirs(await queries.fetchQuery({ ...oneMember(member.id), staleTime: 0 }));
        return null;
      }),
    (saved) => {
      if (!saved) return;
      startFrom(saved);
      toast('User updated successfully');
    },
  );

  return (
    <form onSubmit={submitAs(form, UserValues, (typed) => submit({ from: base, typed }))} noValidate>
      <Stack gap="lg">
        <NameField autoComplete="off" {...form.getInputProps('name')} />
        <AgeAndRole>
          <AgeField {...form.getInputProps('age')} />
          <AnyRoleField disabled={isMe} {...form.getInputProps('role')} />
        </AgeAndRole>
        <EmailField isNew autoComplete="off" {...form.getInputProps('email')} />
        {form.values.role === 'employee' && (
          <Checkbox.Group label="Works on" {...form.getInputProps('capabilities')}>
            <Group gap="lg" mt={4}>
              {Capability.options.map((one) => (
                <Checkbox key={one} size="sm" value={one} label={capabilityNames[one]} />
              ))}
            </Group>
          </Checkbox.Group>
        )}
        <Group gap="xl">
          <Switch label="Form Filled" {...form.getInputProps('formFilled', { type: 'checkbox' })} />
          <Switch label="Form Verified" disabled={isMe} {...form.getInputProps('verified', { type: 'checkbox' })} />
          <Switch
            label="Admin"
            disabled={isMe}
            checked={form.values.role === 'admin'}
            onChange={(event) => form.setFieldValue('role', event.currentTarget.checked ? 'admin' : roleWithout(base))}
          />
        </Group>
        {isMe && (
          <Text c="dimmed" size="sm">
            Your own role and verification are for another admin to change.
          </Text>
        )}
        <ProblemAlert problem={problem} />
        <Group>
          <Button type="submit" variant="filled" size="md" className="cap" loading={isPending}>
            UPDATE USER
          </Button>
        </Group>
      </Stack>
      {theirs && (
        <ConflictDialog
          name={theirs.name}
          fields={differencesOf(base, form.values, theirs)}
          onClose={() => setTheirs(null)}
          onTake={() => {
            startFrom(theirs);
            setTheirs(null);
          }}
          onKeep={() => {
            const kept = keepTyped(base, form.values, theirs);
            startFrom(theirs, kept);
            setTheirs(null);
            submit({ from: theirs, typed: UserValues.parse(kept) });
          }}
        />
      )}
    </form>
  );
}

/** The switch Admin and the role are one truth: who was something else before is that again. */
const roleWithout = ({ role }: Member) => (role === 'admin' ? 'employee' : role);
