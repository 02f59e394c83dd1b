import { Modal, Stack } from '@mantine/core';
import type { Task } from '#domain/tasks/task.ts';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { FormButtons } from './form-buttons.tsx';
import { StaffTask, TaskFields } from './task-fields.tsx';
import { useCreateTask } from './task-queries.ts';
import { noTask } from './task-values.ts';

type Props = {
  isLeader: boolean;
  tasks: readonly Task[];
  /** A day it is due from the first, as when a day of the calendar was chosen. */
  dueOn?: string | null;
  onClose: () => void;
};

export function TaskDialog({ isOpen, ...props }: Props & { isOpen: boolean }) {
  return (
    <Modal opened={isOpen} onClose={props.onClose} title="Create task" closeButtonProps={{ 'aria-label': 'Close' }}>
      <TaskForm {...props} />
    </Modal>
  );
}

function TaskForm({ isLeader, tasks, dueOn = null, onClose }: Props) {
  const form = useSchemaForm(StaffTask, { ...noTask, dueOn });
  const { submit, problem, isPending } = useSubmit(form, useCreateTask().mutateAsync, () => {
    toast('Task created successfully');
    onClose();
  });

  return (
    <form onSubmit={submitAs(form, StaffTask, submit)} noValidate>
      <Stack gap="lg">
        <ProblemAlert problem={problem} />
        <TaskFields form={form} customers={{ isLeader, tasks }} />
        <FormButtons verb="CREATE TASK" isCapital isPending={isPending} onClose={onClose} />
      </Stack>
    </form>
  );
}
