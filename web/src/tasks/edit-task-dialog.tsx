import { Modal, Stack } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { leaders } from '#domain/kernel/access.ts';
import type { Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { ConflictDialog } from '#web/platform/conflict.tsx';
import { submitAs, useSchemaForm } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { useSubmit } from '#web/platform/submit.ts';
import { toast } from '#web/platform/toast.tsx';
import { FormButtons } from './form-buttons.tsx';
import { OwnTask, StaffTask, TaskFields } from './task-fields.tsx';
import { oneTask, taskList, useEditTask } from './task-queries.ts';
import { differencesOf, keepTyped, type TaskValues, valuesOf } from './task-values.ts';

type Props = { task: Task; onClose: () => void };

/** The words of a task; for a customer those of their own request, until somebody works by them. */
export function EditTaskDialog({ task, onClose }: Props) {
  const isCustomer = useMe().member.role === 'customer';
  return (
    <Modal
      opened
      onClose={onClose}
      title={isCustomer ? 'Edit your request' : 'Edit task'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <EditForm task={task} onClose={onClose} />
    </Modal>
  );
}

function EditForm({ task, onClose }: Props) {
  const { member } = useMe();
  const isStaff = member.role !== 'customer';
  const isLeader = leaders.some((role) => role === member.role);
  const queries = useQueryClient();
  const known = useInfiniteQuery({ ...taskList(), enabled: isStaff && !isLeader }).data;
  const [base, setBase] = useState(task);
  const [theirs, setTheirs] = useState<Task | null>(null);
  const Words = isStaff ? StaffTask : OwnTask;
  const form = useSchemaForm<TaskValues>(Words, valuesOf(task));
  const edit = useEditTask();

  const save = ({ from, typed }: { from: Task; typed: Partial<TaskValues> }) => {
    const { customerId, ...words } = { ...valuesOf(from), ...typed };
    const customer = customerId === from.customer.id ? {} : { customerId };
    return edit
      .mutateAsync({ taskId: from.id, ...words, ...customer, version: from.version })
      .catch(async (error: unknown) => {
        if (statusOf(error) !== 412) throw error;
        setTheirs(await queries.fetchQuery({ ...oneTask(from.id), staleTime: 0 }));
        return null;
      });
  };
  const { submit, problem, isPending } = useSubmit(form, save, (saved) => {
    if (!saved) return;
    toast('Task updated successfully');
    onClose();
  });

  return (
    <form onSubmit={submitAs(form, Words, (typed) => submit({ from: base, typed }))} noValidate>
      <Stack gap="lg">
        <ProblemAlert problem={problem} />
        <TaskFields
          form={form}
          isRequest={!isStaff}
          customers={
            isStaff
              ? { isLeader, tasks: known?.pages.flatMap(({ items }) => items) ?? [], chosen: task.customer }
              : undefined
          }
        />
        <FormButtons verb="Save changes" isPending={isPending} onClose={onClose} />
      </Stack>
      {theirs && (
        <ConflictDialog
          name={task.title}
          fields={differencesOf(base, form.values, theirs)}
          onClose={() => setTheirs(null)}
          onTake={onClose}
          onKeep={() => {
            const typed = keepTyped(base, form.values, theirs);
            form.setValues(typed);
            setBase(theirs);
            setTheirs(null);
            submit({ from: theirs, typed });
          }}
        />
      )}
    </form>
  );
}
