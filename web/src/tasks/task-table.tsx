import { type ReactNode, useMemo, useState } from 'react';
import type { Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { Empty } from '#web/platform/faces.tsx';
import { List } from '#web/platform/list/list.tsx';
import { useListUrl } from '#web/platform/list/use-list-url.ts';
import { DueFilter } from './due-filter.tsx';
import { CustomerFilter, EmployeeFilter } from './person-filters.tsx';
import { actsOn } from './task-acts.ts';
import { taskColumns } from './task-columns.tsx';
import { dueWords, filterOf, statusFilter, unassigned } from './task-filters.ts';
import { type Doing, TaskPeek } from './task-peek.tsx';
import { taskCount, taskPages } from './task-queries.ts';
import type { TasksSearch } from './tasks.routes.tsx';
import { useTaskActs } from './use-task-acts.tsx';

const filters = [statusFilter];

type Props = {
  search: TasksSearch;
  isLeader: boolean;
  today: string;
  /** The button, for a business without a task. */
  create: ReactNode;
  /** Undefined for somebody who may create none. */
  onCreate: (() => void) | undefined;
};

/** The source's columns, and a drawer beside them for the task in the address. */
export function TaskTable({ search, isLeader, today, create, onCreate }: Props) {
  const { member } = useMe();
  const { show } = useListUrl();
  const [doing, setDoing] = useState<{ taskId: string; what: Doing } | null>(null);
  const { run, dialog } = useTaskActs();
  const columns = useMemo(
    () => taskColumns({ today, onAssign: isLeader ? ({ id }) => show({ assign: id }) : undefined }),
    [today, isLeader, show],
  );
  const wish = { ...filterOf(search), sort: search.sort };
  const openDoing = (task: Task | undefined, what: Doing) => {
    if (!task) return;
    setDoing({ taskId: task.id, what });
    if (search.peek !== task.id) show({ peek: task.id });
  };

  return (
    <>
      <List
        label="Tasks"
        noun="task"
        pages={taskPages(wish)}
        count={taskCount(wish)}
        usualSort="-createdAt"
        search={isLeader ? 'Title, customer or employee' : 'Title or customer'}
        filters={filters}
        own={{
          words: ownWords(search),
          children: (
            <>
              {isLeader && (
                <>
                  <CustomerFilter chosen={search.customer} onChange={(customer) => show({ customer })} />
                  <EmployeeFilter chosen={search.employee} onChange={(employee) => show({ employee })} />
                </>
              )}
              <DueFilter chosen={search} onChange={show} />
            </>
          ),
        }}
        columns={columns}
        idOf={idOf}
        linkOf={linkOf}
        renderPeek={(taskId, walk) => (
          <TaskPeek
            taskId={taskId}
            walk={walk}
            doing={doing?.taskId === taskId ? doing.what : null}
            onDoing={(what) => setDoing({ taskId, what })}
          />
        )}
        letters={{
          c: () => onCreate?.(),
          e: (task) => task && actsOn(task, member).includes('edit') && openDoing(task, 'title'),
          a: (task) => task && actsOn(task, member).includes('assign') && run('assign', task),
          s: (task) => openDoing(task, 'status'),
        }}
        empty={
          <Empty title="The first job goes here" action={create}>
            {isLeader
              ? 'A task holds everything about one job: who asked, who does it, the chat, the files and the money.'
              : 'Tasks assigned to you stand here, with their chat.'}
          </Empty>
        }
      />
      {dialog}
    </>
  );
}

/** The page's own filters, for the sentence that says why nothing is shown. */
const ownWords = (search: TasksSearch) => ({
  customer: 'this customer',
  employee: search.employee === unassigned ? 'Unassigned' : 'this employee',
  due: dueWords(search) ?? '',
  dueFrom: search.dueFrom ? (dueWords(search) ?? '') : '',
  dueTo: search.dueTo && !search.dueFrom ? (dueWords(search) ?? '') : '',
});

const idOf = ({ id }: { id: string }) => id;
const linkOf = ({ id }: { id: string }) => `/tasks/${id}`;
