import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { keptDays } from '#domain/profile/profile.ts';
import { useMe } from '#web/members/me.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useDeleteProfile } from './profile-queries.ts';

/** The address is typed, so that nobody deletes themselves by two clicks in the wrong place. */
export function DeleteProfileDialog({ onClose }: { onClose: () => void }) {
  const { member, workspace } = useMe();
  const [typed, setTyped] = useState('');
  const remove = useDeleteProfile();
  const isConfirmed = typed.trim().toLowerCase() === member.email.toLowerCase();
  return (
    <Modal opened onClose={onClose} title="Delete your profile?" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isConfirmed) remove.mutate();
        }}
      >
        <Stack gap="lg">
          <Text>
            You are signed out on every device and can no longer come in to {workspace.name}. An admin there can restore
            you for {keptDays} days. After that your name, e-mail address, age and photo are erased; payments and
            messages stay, without your name.
          </Text>
          <TextInput
            size="md"
            label={`Type ${member.email} to confirm`}
            autoComplete="off"
            data-autofocus
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ProblemAlert problem={remove.error && problemIn(remove.error)} />
          <Group justify="flex-end" gap="sm">
            <Button size="md" onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              size="md"
              className="cap"
              variant="outline"
              color="red"
              disabled={!isConfirmed}
              loading={remove.isPending}
            >
              DELETE PROFILE
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
