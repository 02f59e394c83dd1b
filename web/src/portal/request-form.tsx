import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { TaskDraft } from '#domain/tasks/task.ts';
import { submitAs, useSchemaForm, useSubmit } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { useCreateTask } from '#web/tasks/task-queries.ts';
import { toast } from '#web/platform/toast.tsx';

type Props = { onClose: () => void };

export function RequestDialog({ isOpen, onClose }: Props & { isOpen: boolean }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Request a task" closeButtonProps={{ 'aria-label': 'Close' }}>
      <RequestForm onClose={onClose} />
    </Modal>
  );
}

function RequestForm({ onClose }: Props) {
  const form = useSchemaForm(TaskDraft, { title: '', description: '', dueOn: null as string | null });

  const { submit, problem, isPending } = useSubmit(form, useCreateTask().mutateAsync, () => {
    toast('Task created successfully');
    onClose();
  });

  return (
    <form onSubmit={submitAs(form, TaskDraft, submit)} noValidate>
      <Stack gap="lg">
        <ProblemAlert problem={problem} />
        <TextInput
          size="md"
          label="Title"
          withAsterisk
          data-autofocus
          placeholder="Ring resize, N to P"
          {...form.getInputProps('title')}
        />
        <Textarea
          size="md"
          label="Description"
          placeholder="What should be done, and what must stay as it is"
          autosize
          minRows={3}
          {...form.getInputProps('description')}
        />
        <TextInput
          size="md"
          type="date"
          label="Due"
          description="Leave it empty when there is no hurry."
          {...form.getInputProps('dueOn')}
          value={form.values.dueOn ?? ''}
          onChange={(event) => form.setFieldValue('dueOn', event.currentTarget.value || null)}
        />
        <Group justify="flex-end" gap="sm">
          <Button size="md" onClick={onClose}>
            Cancel
          </Button>
          <Button size="md" type="submit" variant="filled" loading={isPending}>
            Send request
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
