import { Input, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { may } from '#domain/kernel/rights.ts';
import type { Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import type { Form } from '#web/platform/form.ts';
import { CustomerSelect } from './customer-select.tsx';
import { TaskSelect } from './task-select.tsx';
import type { Typed } from './typed-payment.ts';

export type PaidTask = Pick<Task, 'id' | 'title' | 'customer'>;

type Props<V extends Typed> = {
  form: Form<V>;
  /** Where the page knows the task, nothing is asked. */
  task: PaidTask | undefined;
};

/**
 * Whose payment it is: that of a task, which names its customer, or of a customer. An employee knows customers by the
 * tasks they work on.
 */
export function WhomFields<V extends Typed>({ form, task }: Props<V>) {
  const isLeader = may(useMe().member, 'customers.view');
  const [filledIn, setFilledIn] = useState('');
  if (task) {
    return (
      <Input.Wrapper size="md" label="For" labelElement="div">
        <div>{`${task.title} · ${task.customer.name}`}</div>
      </Input.Wrapper>
    );
  }
  const isTask = form.values.about === 'task';
  const onTask = (taskId: string | null, title: string) => {
    form.getInputProps('taskId').onChange(taskId);
    // The title of another task, chosen before, is nothing that somebody typed.
    if (form.values.purpose !== filledIn) return;
    form.getInputProps('purpose').onChange(title);
    setFilledIn(title);
  };
  return (
    <Stack gap="sm">
      {isLeader && (
        <SegmentedControl
          aria-label="For"
          data={[
            { value: 'task', label: 'For a task' },
            { value: 'customer', label: 'For a customer' },
          ]}
          {...form.getInputProps('about')}
        />
      )}
      {isTask ? (
        <TaskSelect
          size="md"
          label="Task"
          data-autofocus
          withAsterisk
          placeholder="Type a title or a name"
          {...form.getInputProps('taskId')}
          onChange={(taskId, found) => onTask(taskId, found?.name ?? '')}
        />
      ) : (
        <CustomerSelect
          size="md"
          label="Customer"
          withAsterisk
          placeholder="Type a name or an e-mail"
          {...form.getInputProps('customerId')}
        />
      )}
    </Stack>
  );
}

export const PurposeField = <V extends Typed>({ form }: { form: Form<V> }) => (
  <TextInput
    size="md"
    label="What for"
    withAsterisk
    placeholder="Deposit, engagement ring"
    {...form.getInputProps('purpose')}
  />
);
