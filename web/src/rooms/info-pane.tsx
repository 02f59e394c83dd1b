import { Button, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { may } from '#domain/kernel/rights.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { Room } from '#domain/rooms/room.ts';
import { isOverdue } from '#domain/tasks/task.ts';
import { FileList } from '#web/files/file-list.tsx';
import { useMe } from '#web/members/me.ts';
import { Due } from '#web/platform/due.tsx';
import { Fact, Facts } from '#web/platform/facts.tsx';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Status } from '#web/platform/status.tsx';
import { oneTask } from '#web/tasks/task-queries.ts';
import { statusFace } from '#web/tasks/task-words.ts';
import { MemberList } from './member-list.tsx';
import { TeamDialog } from './team-dialog.tsx';
import classes from './room.module.css';

/** What is known about a room: its task, who is in it, its files. */
export function InfoPane({ room }: { room: Room }) {
  const { member } = useMe();
  const [isEditing, setIsEditing] = useState(false);
  return (
    <>
      {room.kind === 'task' && <TaskInfo taskId={room.id} />}
      <section className={classes.section}>
        <header className={classes.sectionHead}>
          <Title order={2}>People</Title>
          {room.kind === 'team' && may(member, 'rooms.team') && (
            <Button size="xs" onClick={() => setIsEditing(true)}>
              Edit team
            </Button>
          )}
        </header>
        <MemberList room={room} />
      </section>
      <FileList place={{ kind: 'room', id: room.id }} title="Files" />
      {isEditing && <TeamDialog room={room} onClose={() => setIsEditing(false)} />}
    </>
  );
}

function TaskInfo({ taskId }: { taskId: string }) {
  const { workspace } = useMe();
  const { data: task, error, refetch } = useQuery(oneTask(taskId));
  const today = dayIn(workspace.timeZone, new Date());
  return (
    <section className={classes.section}>
      <header className={classes.sectionHead}>
        <Title order={2}>Task</Title>
        <Link to={`/tasks/${taskId}`}>Open the task</Link>
      </header>
      {task && (
        <Facts>
          <Fact name="Status">
            <Status {...statusFace[task.status]} />
          </Fact>
          <Fact name="Due">
            <Due on={task.dueOn} isOverdue={isOverdue(task, today)} today={today} />
          </Fact>
        </Facts>
      )}
      {!task &&
        (error ? <Failed error={error} retry={() => void refetch()} /> : <Loading rows={1} label="Loading the task" />)}
    </section>
  );
}
