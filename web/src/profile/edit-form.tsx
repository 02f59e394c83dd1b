import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import type { Member } from '#domain/members/member.ts';
import { ProfileChange } from '#domain/profile/profile.ts';
import { roleNames } from '#web/members/role-names.ts';
import { submitAs, useSchemaForm, useSubmit } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { Inset, Section } from '#web/platform/section.tsx';
import { toast } from '#web/platform/toast.tsx';
import { type PhotoDraft, saveProfile, useShowMe } from './profile-queries.ts';
import classes from './profile.module.css';

const Typed = ProfileChange.omit({ version: true });

type Props = { member: Member; draft: PhotoDraft; onDone: () => void };

/** Sends the name, the age and the picture together; role and e-mail address are not one's own to change here. */
export function EditForm({ member, draft, onDone }: Props) {
  const showMe = useShowMe();
  const form = useSchemaForm(Typed, { name: member.name, age: member.age ?? '' });
  const { submit, problem, isPending } = useSubmit(
    form,
    (typed: Omit<ProfileChange, 'version'>) => saveProfile({ ...typed, version: member.version }, draft),
    (me) => {
      showMe(me);
      toast(draft.kind === 'new' ? 'Image uploaded and retrieved successfully' : 'Profile saved');
      onDone();
    },
  );
  return (
    <Section title="Personal Information">
      <Inset>
        <form onSubmit={submitAs(form, Typed, submit)} noValidate>
          <Stack gap="lg">
            <TextInput
              size="md"
              label="Name"
              withAsterisk
              autoComplete="name"
              autoFocus
              {...form.getInputProps('name')}
            />
            <NumberInput
              size="md"
              label="Age"
              withAsterisk
              allowDecimal={false}
              allowNegative={false}
              hideControls
              className={classes.age}
              {...form.getInputProps('age')}
            />
            <p className="muted">
              {roleNames[member.role]} · {member.email}. An admin changes the role.
            </p>
            <ProblemAlert problem={problem} />
            <Group gap="sm">
              <Button type="submit" size="md" variant="filled" className="cap" loading={isPending}>
                SAVE CHANGES
              </Button>
              <Button size="md" className="cap" disabled={isPending} onClick={onDone}>
                CANCEL
              </Button>
            </Group>
          </Stack>
        </form>
      </Inset>
    </Section>
  );
}
