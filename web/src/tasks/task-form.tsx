import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import * as z from 'zod';
import { type Task, TaskDraft } from '#domain/tasks/task.ts';
import { submitAs, useSchemaForm, useSubmit } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { toast } from '#web/platform/toast.tsx';
import { useCustomerChoice } from './customer-choice.ts';
import { useCreateTask } from './task-queries.ts';

type Props = { isLeader: boolean; tasks: readonly Task[]; onClose: () => void };

/** Staff must say whose task it is. */
const StaffTask = TaskDraft.extend({ customerId: z.uuid('Please choose a customer') });

export function TaskDialog({ isOpen, ...props }: Props & { isOpen: boolean }) {
  return (
    <Modal opened={isOpen} onClose={props.onClose} title="Create task" closeButtonProps={{ 'aria-label': 'Close' }}>
      <TaskForm {...props} />
    </Modal>
  );
}

function TaskForm({ isLeader, tasks, onClose }: Props) {
  const form = useSchemaForm(StaffTask, { title: '', description: '', customerId: '', dueOn: null as string | null });
  const [search, setSearch] = useState('');
  const customers = useCustomerChoice(isLeader, search, tasks);

  const { submit, problem, isPending } = useSubmit(form, useCreateTask().mutateAsync, () => {
    toast('Task created successfully');
    onClose();
  });

  return (
    <form onSubmit={submitAs(form, StaffTask, submit)} noValidate>
      <Stack gap="lg">
        <ProblemAlert problem={problem} />
        <TextInput size="md" label="Title" withAsterisk data-autofocus {...form.getInputProps('title')} />
        <Textarea size="md" label="Description" autosize minRows={3} {...form.getInputProps('description')} />
        <Select
          size="md"
          label="Customer"
          withAsterisk
          searchable
          searchValue={search}
          onSearchChange={setSearch}
          placeholder="Type a name or an e-mail"
          nothingFoundMessage="No customer matches"
          // The server has searched already; an employee's few are filtered here.
          {...(isLeader && { filter: ({ options }) => options })}
          data={customers.map(({ id, name, email }) => ({ value: id, label: email ? `${name} · ${email}` : name }))}
          {...form.getInputProps('customerId')}
        />
        <TextInput
          size="md"
          type="date"
          label="Due"
          {...form.getInputProps('dueOn')}
          value={form.values.dueOn ?? ''}
          onChange={(event) => form.setFieldValue('dueOn', event.currentTarget.value || null)}
        />
        <Group justify="flex-end" gap="sm">
          <Button size="md" onClick={onClose}>
            Cancel
          </Button>
          <Button size="md" type="submit" variant="filled" className="cap" loading={isPending}>
            CREATE TASK
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
