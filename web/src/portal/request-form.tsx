import { Modal, Stack } from '@mantine/core';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { FormButtons } from '#web/tasks/form-buttons.tsx';
import { OwnTask, TaskFields } from '#web/tasks/task-fields.tsx';
import { useCreateTask } from '#web/tasks/task-queries.ts';
import { noTask } from '#web/tasks/task-values.ts';

type Props = { onClose: () => void };

export function RequestDialog({ isOpen, onClose }: Props & { isOpen: boolean }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Request a task" closeButtonProps={{ 'aria-label': 'Close' }}>
      <RequestForm onClose={onClose} />
    </Modal>
  );
}

function RequestForm({ onClose }: Props) {
  const form = useSchemaForm(OwnTask, noTask);
  const { submit, problem, isPending } = useSubmit(form, useCreateTask().mutateAsync, () => {
    toast('Task created successfully');
    onClose();
  });

  return (
    <form onSubmit={submitAs(form, OwnTask, submit)} noValidate>
      <Stack gap="lg">
        <ProblemAlert problem={problem} />
        <TaskFields form={form} isRequest />
        <FormButtons verb="Send request" isPending={isPending} onClose={onClose} />
      </Stack>
    </form>
  );
}
