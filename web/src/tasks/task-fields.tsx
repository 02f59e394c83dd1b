import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import * as z from 'zod';
import { TaskDraft, type Task } from '#domain/tasks/task.ts';
import type { Form } from '#web/platform/form.ts';
import { type CustomerChoice, useCustomerChoice } from './customer-choice.ts';
import type { TaskValues } from './task-values.ts';

/** Staff must say whose task it is. */
export const StaffTask = TaskDraft.extend({ customerId: z.uuid('Please choose a customer') });
/** A customer's is their own. */
export const OwnTask = TaskDraft.omit({ customerId: true }).strip();

type Props = {
  form: Form<TaskValues>;
  /** For those who choose the customer: from whom. */
  customers?: CustomerSource | undefined;
  isRequest?: boolean;
};

export function TaskFields({ form, customers, isRequest = false }: Props) {
  return (
    <Stack gap="lg">
      <TextInput
        size="md"
        label="Title"
        withAsterisk
        data-autofocus
        {...(isRequest && { placeholder: 'Ring resize, N to P' })}
        {...form.getInputProps('title')}
      />
      <Textarea
        size="md"
        label="Description"
        {...(isRequest && { placeholder: 'What should be done, and what must stay as it is' })}
        autosize
        minRows={3}
        maxRows={12}
        {...form.getInputProps('description')}
      />
      {customers && <CustomerField form={form} {...customers} />}
      <TextInput
        size="md"
        type="date"
        label="Due"
        {...(isRequest && { description: 'Leave it empty when there is no hurry.' })}
        {...form.getInputProps('dueOn')}
        value={form.values.dueOn ?? ''}
        onChange={(event) => form.setFieldValue('dueOn', event.currentTarget.value || null)}
      />
    </Stack>
  );
}

export type CustomerSource = {
  isLeader: boolean;
  /** An employee knows the customers of their own tasks. */
  tasks: readonly Task[];
  chosen?: CustomerChoice;
};

function CustomerField({ form, isLeader, tasks, chosen }: { form: Form<TaskValues> } & CustomerSource) {
  const [search, setSearch] = useState('');
  const typed = chosen && search.startsWith(chosen.name) ? '' : search;
  const { customers: found } = useCustomerChoice({ isLeader, search: typed, tasks });
  const customers = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
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
  );
}
