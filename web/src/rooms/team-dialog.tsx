import { Button, Group, Modal, Stack } from '@mantine/core';
import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { useNavigate } from '@tanstack/react-router';
import { type Room, TeamChange } from '#domain/rooms/room.ts';
import { useMe } from '#web/members/me.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast, toastProblem } from '#web/platform/toast.tsx';
import { ColleaguesField, TeamNameField } from './team-fields.tsx';
import { useChangeTeam } from './room-acts.ts';

/** The others: who changes a team's room stays in it. */
const Form = TeamChange.extend({ memberIds: z.array(Id).max(99) });

/** Renames a team's room, takes colleagues in and out. The last one cannot go. */
export function TeamDialog({ room, onClose }: { room: Room; onClose: () => void }) {
  const { member } = useMe();
  const others = room.members.filter(({ id }) => id !== member.id);
  const form = useSchemaForm(Form, { title: room.title, memberIds: others.map(({ id }) => id) });
  const change = useChangeTeam();
  const navigate = useNavigate();
  const leave = () =>
    change.mutate(
      { params: { roomId: room.id }, body: { title: room.title, memberIds: others.map(({ id }) => id) } },
      { onSuccess: () => void navigate({ to: '/chat' }), onError: toastProblem },
    );
  const { submit, problem, isPending } = useSubmit(
    form,
    ({ memberIds, ...body }: TeamChange) =>
      change.mutateAsync({ params: { roomId: room.id }, body: { ...body, memberIds: [member.id, ...memberIds] } }),
    () => {
      toast('Team updated successfully');
      onClose();
    },
  );
  return (
    <Modal opened onClose={onClose} title="Edit team" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form onSubmit={submitAs(form, Form, submit)} noValidate>
        <Stack gap="lg">
          <ProblemAlert problem={problem} />
          <TeamNameField data-autofocus {...form.getInputProps('title')} />
          <ColleaguesField known={others} data-autofocus={undefined} {...form.getInputProps('memberIds')} />
          <Group gap="sm">
            {others.length > 0 && (
              <Button size="md" variant="outline" color="red" mr="auto" disabled={change.isPending} onClick={leave}>
                Leave team
              </Button>
            )}
            <Button size="md" onClick={onClose}>
              Cancel
            </Button>
            <Button size="md" type="submit" variant="filled" loading={isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
