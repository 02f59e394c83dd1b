import { Button, Card, Select, Stack, Text, Title } from '@mantine/core';
import { IconChevronRight, IconListCheck } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState } from 'react';
import { isOpen, type Task } from '#domain/tasks/task.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { EmployeeSelect } from './employee-select.tsx';
import { oneTask, taskList } from './task-queries.ts';
import { statusFace } from './task-words.ts';
import { useAssign } from './use-assign.ts';
import classes from './tasks.module.css';

export type AssignProps = {
  taskId: string | undefined;
  onTask: (taskId: string | undefined) => void;
  onAssigned?: () => void;
};

/** Task, employee, ASSIGN TASK. The task is in the URL, so that a row's "Verify and assign" and a link can choose it. */
export function AssignPanel({ taskId, onTask, onAssigned }: AssignProps) {
  const title = useId();
  const chosen = useQuery({ ...oneTask(taskId ?? ''), enabled: taskId !== undefined }).data;
  const employee = useRef<HTMLInputElement>(null);
  const assign = useAssign(chosen, () => {
    onTask(undefined);
    onAssigned?.();
  });

  useEffect(() => {
    if (taskId) employee.current?.focus();
  }, [taskId]);

  const [isOpened, setIsOpened] = useState(false);
  const latest = useInfiniteQuery({ ...taskList(), enabled: isOpened });
  const open = latest.data?.pages.flatMap(({ items }) => items.filter(isOpen)) ?? [];
  const listed = chosen && !open.some(({ id }) => id === chosen.id) ? [chosen, ...open] : open;
  return (
    <Card
      component="form"
      className={classes.assign}
      onSubmit={(event) => {
        event.preventDefault();
        assign.submit();
      }}
      aria-labelledby={title}
    >
      <div className={classes.assignFields}>
        <Title order={2} id={title} className={classes.assignTitle ?? ''}>
          Assign
        </Title>
        <Select
          aria-label="Task"
          placeholder="Choose a task"
          leftSection={<IconListCheck size={16} stroke={1.5} />}
          searchable
          clearable
          value={taskId ?? null}
          onChange={(value) => onTask(value ?? undefined)}
          onDropdownOpen={() => setIsOpened(true)}
          nothingFoundMessage={latest.isLoading ? 'Loading…' : 'No open task matches'}
          data={listed.map((task) => ({ value: task.id, label: `${task.title} · ${task.customer.name}` }))}
        />
        <IconChevronRight size={16} stroke={1.5} aria-hidden className={classes.assignTo} />
        <EmployeeSelect
          ref={employee}
          aria-label="Employee"
          task={chosen}
          value={assign.employeeId}
          onChange={assign.choose}
        />
        <Button type="submit" className="cap" disabled={!assign.isReady} loading={assign.isPending}>
          ASSIGN TASK
        </Button>
      </div>
      {(chosen?.status === 'requested' || assign.problem) && (
        <Stack gap="sm" mt="sm">
          {chosen?.status === 'requested' && <AssigningVerifies task={chosen} />}
          <ProblemAlert problem={assign.problem} />
        </Stack>
      )}
    </Card>
  );
}

export const AssigningVerifies = ({ task }: { task: Task }) => (
  <Text size="sm" c="dimmed">
    {task.customer.name} asked for this. Assigning it verifies it: {statusFace.pending.children} from then on.
  </Text>
);
