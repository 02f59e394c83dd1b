import { Text } from '@mantine/core';
import type { Member } from '#domain/members/member.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useDelete } from './member-queries.ts';

type Props = { member: Member; onDeleted: (() => void) | undefined; onClose: () => void };

export function DeleteDialog({ member, onDeleted, onClose }: Props) {
  const remove = useDelete(() => {
    onClose();
    onDeleted?.();
  });
  return (
    <ConfirmDialog
      title={`Delete ${member.name}?`}
      verb={`Delete ${member.name}`}
      isDanger
      isPending={remove.isPending}
      problem={remove.error && problemIn(remove.error)}
      onConfirm={() => remove.mutate({ params: { memberId: member.id } })}
      onClose={onClose}
    >
      <Text>They are signed out and cannot come in any more. They can be restored for 30 days.</Text>
    </ConfirmDialog>
  );
}
