import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { may } from '#domain/kernel/rights.ts';
import type { Member } from '#domain/members/member.ts';
import { isOpen } from '#domain/tasks/task.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Inset, Rows, Section } from '#web/platform/section.tsx';
import { Status } from '#web/platform/status.tsx';
import { statusFace } from '#web/tasks/task-words.ts';
import { useMe } from './me.ts';
import { tasksOf, useUnassignTask } from './work-queries.ts';
import classes from './member-page.module.css';

/** Tasks by title and status; each leads to its room. A customer's own cannot be taken from them. */
export function MemberTasks({ member }: { member: Member }) {
  const tasks = useQuery(tasksOf(member));
  const unassign = useUnassignTask(member.id);
  const mayUnassign = may(useMe().member, 'tasks.assign') && member.role !== 'customer';
  const items = tasks.data?.items;
  return (
    <Section title="Assigned Tasks" count={items?.length}>
      {tasks.isPending && <Loading rows={2} label="Loading the tasks" />}
      {tasks.error && !items && (
        <Inset>
          <Failed error={tasks.error} retry={() => void tasks.refetch()} />
        </Inset>
      )}
      {items?.length === 0 && (
        <Inset>
          <p className="muted">No task is assigned.</p>
        </Inset>
      )}
      {items && items.length > 0 && (
        <Rows label="Assigned Tasks">
          {items.map((task) => (
            <li key={task.id}>
              <Link to="/tasks/$taskId" params={{ taskId: task.id }} className={`cut ${classes.what}`}>
                {task.title}
              </Link>
              <span className={classes.state}>
                <Status {...statusFace[task.status]} />
                {mayUnassign && isOpen(task) && (
                  <ActionIcon
                    aria-label={`Unassign ${task.title}`}
                    disabled={unassign.isPending}
                    onClick={() => unassign.mutate(task)}
                  >
                    <IconTrash size={16} stroke={1.5} />
                  </ActionIcon>
                )}
              </span>
            </li>
          ))}
        </Rows>
      )}
    </Section>
  );
}
