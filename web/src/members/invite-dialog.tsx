import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { InvitationDraft } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { useQueryClient } from '@tanstack/react-query';
import { call } from '#web/platform/call.ts';
import { submitAs, useSchemaForm, useSubmit } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { toast } from '#web/platform/toast.tsx';
import { roleNames } from './role-names.ts';

type Props = { opened: boolean; onClose: () => void };

export const InviteDialog = ({ opened, onClose }: Props) => (
  <Modal opened={opened} onClose={onClose} title="Invite a colleague" closeButtonProps={{ 'aria-label': 'Close' }}>
    <InviteForm onDone={onClose} />
  </Modal>
);

function InviteForm({ onDone }: { onDone: () => void }) {
  const queries = useQueryClient();
  const form = useSchemaForm(InvitationDraft, { email: '', role: 'employee' });
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: InvitationDraft) => call(memberRoutes.invite, { body }),
    ({ email }) => {
      toast(`Invitation sent to ${email}`);
      void queries.invalidateQueries({ queryKey: ['members'] });
      onDone();
    },
  );
  return (
    <form onSubmit={submitAs(form, InvitationDraft, submit)} noValidate>
      <Stack gap="lg">
        <TextInput size="md" label="Email" type="email" withAsterisk data-autofocus {...form.getInputProps('email')} />
        <Select
          size="md"
          label="Role"
          withAsterisk
          allowDeselect={false}
          data={InvitationDraft.shape.role.options.map((value) => ({ value, label: roleNames[value] }))}
          {...form.getInputProps('role')}
        />
        <ProblemAlert problem={problem} />
        <Group justify="flex-end" gap="sm">
          <Button onClick={onDone}>Cancel</Button>
          <Button type="submit" variant="filled" loading={isPending}>
            Send invitation
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
