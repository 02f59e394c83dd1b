import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { InvitationDraft } from '#domain/members/invitation.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { useMemberAct } from './member-queries.ts';
import { roleNames } from './role-names.ts';
import { SignUpAddress } from './sign-up-address.tsx';
import classes from './members.module.css';

type Props = { opened: boolean; onClose: () => void };

export const InviteDialog = ({ opened, onClose }: Props) => (
  <Modal opened={opened} onClose={onClose} title="Invite a colleague" closeButtonProps={{ 'aria-label': 'Close' }}>
    <InviteForm onDone={onClose} />
    <div className={classes.orSelf}>
      <Text size="md" c="dimmed" mb="md">
        Customers and employees can also sign up by themselves, and wait until you verify them.
      </Text>
      <SignUpAddress />
    </div>
  </Modal>
);

function InviteForm({ onDone }: { onDone: () => void }) {
  const form = useSchemaForm(InvitationDraft, { email: '', role: 'employee' });
  const { mutateAsync } = useMemberAct(memberRoutes.invite, () => {});
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: InvitationDraft) => mutateAsync({ body }),
    ({ email }) => {
      toast(`Invitation sent to ${email}`);
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
          <Button size="md" onClick={onDone}>
            Cancel
          </Button>
          <Button size="md" type="submit" variant="filled" loading={isPending}>
            Send invitation
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
