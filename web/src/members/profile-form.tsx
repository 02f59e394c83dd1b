import { Button, Stack, Textarea } from '@mantine/core';
import { type Member, Profile } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { AgeAndRole, AgeField, RoleField } from '#web/accounts/joining-fields.tsx';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { useEnter } from './use-enter.ts';

const WholeProfile = Profile.required({ age: true, role: true });
const ProfileOfKnown = Profile.omit({ age: true, role: true });

/** What a sign-up through another service could not know, age and role, is asked here. */
export function ProfileForm({ member }: { member: Member }) {
  const isKnown = member.age !== null;
  const schema = isKnown ? ProfileOfKnown : WholeProfile;
  const form = useSchemaForm(schema, {
    task: '',
    ...(!isKnown && { age: '', role: member.role }),
  });
  const enter = useEnter();
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: Partial<Profile> & { task: string }) => call(memberRoutes.completeProfile, { body }),
    (me) => {
      toast('Form submitted successfully');
      enter(me);
    },
  );
  const isEmployee = (form.values.role ?? member.role) === 'employee';

  return (
    <form onSubmit={submitAs(form, schema, submit)} noValidate>
      <Stack gap="lg" mt="lg">
        {!isKnown && (
          <AgeAndRole>
            <AgeField {...form.getInputProps('age')} />
            <RoleField {...form.getInputProps('role')} />
          </AgeAndRole>
        )}
        <Textarea
          size="md"
          label={isEmployee ? 'What will you work on?' : 'Task'}
          description={isEmployee ? 'For example: goldsmith, engraving' : 'What can we do for you?'}
          withAsterisk
          autosize
          minRows={3}
          maxRows={10}
          autoFocus
          {...form.getInputProps('task')}
        />
        <ProblemAlert problem={problem} />
        <Button type="submit" variant="filled" size="md" className="cap" loading={isPending}>
          SUBMIT
        </Button>
      </Stack>
    </form>
  );
}
