import type { Count } from '#domain/kernel/list.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { TaskSort } from '#domain/tasks/list.ts';
import { Task, type TaskChange, type TaskScope } from '#domain/tasks/task.ts';
import { runBatch } from '#functions/platform/batch.ts';
import { container, documents } from '#functions/platform/cosmos.ts';
import { lists, where } from '#functions/platform/list-query.ts';
import { conditionsOf, deletedSince, listedOf, taskPaths as paths, type TasksWanted } from './task-conditions.ts';
import { changeOperation, taskHistory } from './task-history.ts';
import { taskLoads } from './task-loads.ts';

const tasks = container('tasks');

export type NewTask = Omit<Task, 'version'>;
type Asked = TasksWanted & Pick<PageQuery, 'cursor' | 'limit'> & { sort?: TaskSort };

/** Tasks of one workspace. There is no way to make a store without saying whose. `find` and `get` know deleted ones too. */
export const taskStore = (workspaceId: string) => {
  const mark = { workspaceId, kind: 'task' };
  const { find, get, page } = documents('The task', tasks, Task, workspaceId, mark);
  const list = lists(tasks, workspaceId, page);
  const bodyOf = (task: NewTask) => ({ ...task, ...mark, list: listedOf(task) });
  const changed = (change: TaskChange | null) => (change ? [changeOperation(workspaceId, change)] : []);

  return {
    find,
    get,

    /** With what its history begins with, in one transaction. One that an earlier try has made stays as it is. */
    async add(task: NewTask, change: TaskChange | null = null): Promise<Task> {
      const create = { operationType: 'Create', resourceBody: bodyOf(task) } as const;
      await runBatch(tasks, [create, ...changed(change)], workspaceId);
      return get(task.id);
    },

    /** With the line of its history; only over the version that was read: 412 otherwise. */
    async replace({ version, ...task }: Task, change: TaskChange | null = null): Promise<Task> {
      const replace = { operationType: 'Replace', id: task.id, resourceBody: bodyOf(task), ifMatch: version } as const;
      const outcome = await runBatch(tasks, [replace, ...changed(change)], workspaceId);
      if (outcome === 'lost-race') throw problems.changedMeanwhile('The task');
      return get(task.id);
    },

    /** Newest first unless asked otherwise, and only those the scope allows. */
    list: (scope: TaskScope, { sort = '-createdAt', cursor, limit, ...wanted }: Asked): Promise<Page<Task>> =>
      list.page(conditionsOf(scope, wanted), { sort, paths }, { cursor, limit }),

    count: (scope: TaskScope, wanted: TasksWanted, isExact: boolean): Promise<Count> =>
      list.count(conditionsOf(scope, wanted), isExact),

    /** Deleted ones, the newest first. */
    deleted: (since: string, place: Pick<PageQuery, 'cursor' | 'limit'>): Promise<Page<Task>> =>
      list.page(deletedSince(since), { sort: '-deletedAt', paths }, place),

    /** Deleted ones among them. */
    everyId: (): Promise<string[]> => list.ids([where`c.kind = ${mark.kind}`]),

    ...taskLoads(tasks, workspaceId),
    ...taskHistory(tasks, workspaceId),
  };
};
