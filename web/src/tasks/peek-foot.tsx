import { Button } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { RoomLink } from './room-link.tsx';
import { actsOn } from './task-acts.ts';
import { TaskActions } from './task-actions.tsx';
import type { RunTaskAct } from './use-task-acts.tsx';
import classes from './task-peek.module.css';

type Props = {
  task: Task;
  run: RunTaskAct;
  onEdit: () => void;
  onDeleted: () => void;
  onAssigned: (task: Task) => void;
};

/** One filled button: the next step of the task. */
export function PeekFoot({ task, run, ...actions }: Props) {
  const acts = actsOn(task, useMe().member);
  const isWaiting = acts.includes('verify');
  const asksAssigning = acts.includes('assign') && task.employee === null;
  return (
    <>
      {asksAssigning && (
        <Button variant="filled" onClick={() => run('assign', task)}>
          {isWaiting ? 'Verify and assign' : 'Assign'}
        </Button>
      )}
      {isWaiting && <Button onClick={() => run('verify', task)}>Verify</Button>}
      {asksAssigning ? <RoomLink task={task} isFramed /> : <RoomButton task={task} />}
      <span className={classes.more}>
        <TaskActions task={task} {...actions} />
      </span>
    </>
  );
}

const RoomButton = ({ task }: { task: Task }) => (
  <Button
    component={Link}
    to={`/tasks/${task.id}`}
    variant="filled"
    leftSection={<IconMessage size={16} stroke={1.5} aria-hidden />}
  >
    Open the room
  </Button>
);
