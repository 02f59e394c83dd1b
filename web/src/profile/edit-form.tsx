import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Member } from '#domain/members/member.ts';
import { ProfileChange } from '#domain/profile/profile.ts';
import { meQuery } from '#web/members/me.ts';
import { roleNames } from '#web/members/role-names.ts';
import { ConflictDialog } from '#web/platform/conflict.tsx';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { Inset, Section } from '#web/platform/section.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { type PhotoDraft, saveProfile, useShowMe } from './profile-queries.ts';
import { conflictsIn, keepTyped, type ProfileValues, valuesOf } from './profile-values.ts';
import classes from './profile.module.css';

const Typed = ProfileChange.omit({ version: true });

type Props = { member: Member; draft: PhotoDraft; onDone: () => void };

/** Sends the name, the age and the picture together; role and e-mail address are not one's own to change here. */
export function EditForm({ member, draft, onDone }: Props) {
  const queries = useQueryClient();
  const showMe = useShowMe();
  const [base, setBase] = useState(member);
  const [theirs, setTheirs] = useState<Member | null>(null);
  const form = useSchemaForm<ProfileValues>(Typed, valuesOf(base));
  const { submit, problem, isPending } = useSubmit(
    form,
    (change: ProfileChange) =>
      saveProfile(change, draft).catch(async (error: unknown) => {
        if (statusOf(error) !== 412) throw error;
        setTheirs((await queries.fetchQuery({ ...meQuery, staleTime: 0 })).member);
        return null;
      }),
    (me) => {
      if (!me) return;
      showMe(me);
      toast(draft.kind === 'new' ? 'Image uploaded and retrieved successfully' : 'Profile saved');
      onDone();
    },
  );
  const startFrom = (now: Member, values: ProfileValues) => {
    setBase(now);
    form.setValues(values);
    setTheirs(null);
  };
  return (
    <Section title="Personal Information">
      <Inset>
        <form onSubmit={submitAs(form, Typed, (typed) => submit({ ...typed, version: base.version }))} noValidate>
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
        {theirs && (
          <ConflictDialog
            name="Your profile"
            fields={conflictsIn(base, form.values, theirs)}
            onClose={() => setTheirs(null)}
            onTake={() => startFrom(theirs, valuesOf(theirs))}
            onKeep={() => {
              const kept = keepTyped(base, form.values, theirs);
              startFrom(theirs, kept);
              submit({ ...Typed.parse(kept), version: theirs.version });
            }}
          />
        )}
      </Inset>
    </Section>
  );
}
