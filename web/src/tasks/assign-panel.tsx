import { Button, Card, Group, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Task } from '#domain/tasks/task.ts';
import { problemIn } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { toast } from '#web/platform/toast.tsx';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { colleagues } from './colleague-queries.ts';
import { oneTask, useAssignTask } from './task-queries.ts';
import { isOpen, statusFace } from './task-words.ts';
import classes from './tasks.module.css';

export type AssignProps = {
  tasks: readonly Task[];
  taskId: string | undefined;
  onTask: (taskId: string | undefined) => void;
  onAssigned?: () => void;
};

/** Task, employee, ASSIGN TASK. The task is in the URL, so that a row's "Verify and assign" and a link can choose it. */
export function AssignPanel({ tasks, taskId, onTask, onAssigned }: AssignProps) {
  const people = useQuery(colleagues);
  const chosen = useQuery({ ...oneTask(taskId ?? ''), enabled: taskId !== undefined }).data;
  const assign = useAssignTask();
  const [employeeId, setEmployeeId] = useState<string | null>(null);
  const employee = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (taskId) employee.current?.focus();
  }, [taskId]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!chosen || !employeeId) return;
    assign.mutate(
      { taskId: chosen.id, employeeId, version: chosen.version },
      {
        onSuccess: () => {
          toast('Task updated successfully');
          setEmployeeId(null);
          onTask(undefined);
          onAssigned?.();
        },
      },
    );
  };

  const open = tasks.filter(({ status }) => isOpen(status));
  const listed = chosen && !open.some(({ id }) => id === chosen.id) ? [chosen, ...open] : open;
  return (
    <Card component="form" className={classes.assign} onSubmit={submit} aria-label="Assign">
      <Group gap="md" align="end" className={classes.assignFields}>
        <Select
          label="Task"
          placeholder="Choose a task"
          searchable
          clearable
          value={taskId ?? null}
          onChange={(value) => onTask(value ?? undefined)}
          nothingFoundMessage="No open task matches"
          data={listed.map(({ id, title, customer }) => ({ value: id, label: `${title} · ${customer.name}` }))}
        />
        <Select
          ref={employee}
          label="Employee"
          placeholder="Choose an employee"
          searchable
          clearable
          value={employeeId}
          onChange={setEmployeeId}
          nothingFoundMessage="No colleague matches"
          data={(people.data?.items ?? []).map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
        />
        <Button type="submit" className="cap" disabled={!chosen || !employeeId} loading={assign.isPending}>
          ASSIGN TASK
        </Button>
      </Group>
      <Stack gap="sm" mt={chosen || assign.isError ? 'sm' : 0}>
        {chosen?.status === 'requested' && (
          <Text size="sm" c="dimmed">
            {chosen.customer.name} asked for this. Assigning it verifies it: {statusFace.pending.children} from then on.
          </Text>
        )}
        {assign.isError && <ProblemAlert problem={changedMeanwhile(problemIn(assign.error))} />}
      </Stack>
    </Card>
  );
}
