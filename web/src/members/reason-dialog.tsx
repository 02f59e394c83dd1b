import { Text, Textarea } from '@mantine/core';
import { Reason } from '#domain/members/decide.ts';
import type { Member } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { useMemberAct } from './member-queries.ts';

const acts = {
  reject: {
    route: memberRoutes.reject,
    verb: 'Reject',
    done: 'is rejected',
    says: 'They stay outside, and read the reason on their waiting page and in an e-mail.',
  },
  suspend: {
    route: memberRoutes.suspend,
    verb: 'Suspend',
    done: 'is suspended',
    says: 'They are signed out everywhere and read the reason when they try to come in. Nothing of theirs is deleted.',
  },
} as const;

type Props = { act: keyof typeof acts; member: Member; onClose: () => void };

/** The reason is told to the person, so it is asked before anything happens. */
export function ReasonDialog({ act, member, onClose }: Props) {
  const { route, verb, done, says } = acts[act];
  const form = useSchemaForm(Reason, { reason: '' });
  const { mutateAsync } = useMemberAct(route, () => {});
  const { submit, problem, isPending } = useSubmit(
    form,
    (body: Reason) => mutateAsync({ params: { memberId: member.id }, body }),
    () => {
      toast(`${member.name} ${done}`);
      onClose();
    },
  );
  return (
    <ConfirmDialog
      title={`${verb} ${member.name}?`}
      verb={`${verb} ${member.name}`}
      isDanger
      isPending={isPending}
      problem={problem}
      onConfirm={submitAs(form, Reason, submit)}
      onClose={onClose}
    >
      <Text>{says}</Text>
      <Textarea
        size="md"
        label="Reason"
        withAsterisk
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </ConfirmDialog>
  );
}
