import { ActionIcon, Button, Group, Modal, Stack, Text, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { TeamDraft } from '#domain/rooms/room.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { ColleaguesField, TeamNameField } from './team-fields.tsx';
import { useOpenDirect, useOpenTeam } from './room-acts.ts';

export function NewRoomButton() {
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <Tooltip label="New conversation">
        <ActionIcon size={32} variant="default" aria-label="New conversation" onClick={() => setIsOpen(true)}>
          <IconPlus size={16} stroke={1.5} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={isOpen} onClose={close} title="New conversation" closeButtonProps={{ 'aria-label': 'Close' }}>
        <NewRoomForm onClose={close} />
      </Modal>
    </>
  );
}

const One = z.object({ memberIds: z.array(Id).min(1, 'Please choose a colleague') });

/** One colleague is a direct message; several are a team, which has a name. */
function NewRoomForm({ onClose }: { onClose: () => void }) {
  // Made once: sending the form again opens the same room.
  const [roomId] = useState(() => crypto.randomUUID());
  const [isTeam, setIsTeam] = useState(false);
  const form = useSchemaForm(isTeam ? TeamDraft : One, { roomId, title: '', memberIds: [] as string[] });
  const openDirect = useOpenDirect();
  const openTeam = useOpenTeam();
  const failure = isTeam ? openTeam.error : openDirect.error;

  const submit = isTeam
    ? submitAs(form, TeamDraft, (body) => openTeam.mutate({ body }, { onSuccess: onClose }))
    : submitAs(form, One, ({ memberIds: [memberId] }) =>
        openDirect.mutate({ body: { memberId: memberId! } }, { onSuccess: onClose }),
      );
  const choose = (memberIds: string[]) => {
    form.setFieldValue('memberIds', memberIds);
    setIsTeam(memberIds.length > 1);
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <ProblemAlert problem={failure && problemIn(failure)} />
        <ColleaguesField {...form.getInputProps('memberIds')} onChange={choose} />
        {isTeam ? (
          <TeamNameField {...form.getInputProps('title')} />
        ) : (
          <Text size="sm" c="dimmed">
            Choose one colleague for a direct message, several for a team.
          </Text>
        )}
        <Group justify="flex-end" gap="sm">
          <Button size="md" onClick={onClose}>
            Cancel
          </Button>
          <Button size="md" type="submit" variant="filled" loading={openDirect.isPending || openTeam.isPending}>
            {isTeam ? 'Open team' : 'Open conversation'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
