import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { changeStatus, verify } from '#domain/tasks/decide.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Task, TaskStatus } from '#domain/tasks/task.ts';
import type { SentTo } from '#domain/kernel/route.ts';
import { call } from '#web/platform/call.ts';
import type { CountQuery } from '#web/platform/list/use-count.ts';
import { type PageQuery, pageSize } from '#web/platform/list/use-keyset.ts';
import { changeHeld, remember } from './task-cache.ts';

export type TaskFilters = Omit<NonNullable<SentTo<typeof taskRoutes.count>['query']>, 'exact'>;
type Wish = TaskFilters & Pick<NonNullable<SentTo<typeof taskRoutes.list>['query']>, 'sort'>;

/** The latest tasks, for a page that picks from them. */
export const taskList = (filter: { status?: TaskStatus | undefined } = {}) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'latest', filter],
    queryFn: ({ pageParam, signal }) => call(taskRoutes.list, { query: { ...filter, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

/** A few tasks to pick from while somebody types. */
export const tasksLike = (q: string) =>
  queryOptions({
    queryKey: ['tasks', 'like', q],
    queryFn: ({ signal }) => call(taskRoutes.list, { query: { q: q || undefined, limit: 20 } }, signal),
    placeholderData: (before) => before,
  });

export const taskPages =
  (wish: Wish = {}): PageQuery<Task> =>
  (cursor) => ({
    queryKey: ['tasks', 'list', wish, cursor ?? null],
    queryFn: ({ signal }) => call(taskRoutes.list, { query: { ...wish, cursor, limit: pageSize } }, signal),
  });

export const taskCount =
  ({ sort: _, ...filter }: Wish = {}): CountQuery =>
  (isExact) => ({
    queryKey: ['tasks', 'count', filter, isExact],
    queryFn: ({ signal }) => call(taskRoutes.count, { query: { ...filter, exact: isExact ? '1' : undefined } }, signal),
  });

export const deletedPages: PageQuery<Task> = (cursor) => ({
  queryKey: ['tasks', 'deleted', cursor ?? null],
  queryFn: ({ signal }) => call(taskRoutes.deleted, { query: { cursor, limit: pageSize } }, signal),
});

export const oneTask = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'one', taskId],
    queryFn: ({ signal }) => call(taskRoutes.get, { params: { taskId } }, signal),
  });

export const taskHistory = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'history', taskId],
    queryFn: ({ signal }) => call(taskRoutes.history, { params: { taskId } }, signal),
  });

/** Whom a task can be given to, the customer's owner first. */
export const taskCandidates = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'candidates', taskId],
    queryFn: ({ signal }) => call(taskRoutes.candidates, { params: { taskId } }, signal),
  });

type Aimed = { taskId: string };

/**
 * A change stands on the page at once where `foresee` knows what will become of the task, and goes back when it is
 * refused. After any change, also a refused one, what stands on the page is read again.
 */
function useTaskChange<Wish extends Aimed>(
  send: (wish: Wish) => Promise<Task>,
  foresee?: (task: Task, wish: Wish) => Task | null,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onMutate: async (wish) => {
      if (!foresee) return undefined;
      await queries.cancelQueries({ queryKey: ['tasks'] });
      const putBack = remember(queries);
      changeHeld(queries, wish.taskId, (task) => foresee(task, wish));
      return putBack;
    },
    onError: (_error, _wish, putBack) => putBack?.(),
    onSuccess: (task) => {
      if (task.deletedAt === null) changeHeld(queries, task.id, () => task);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

export function useCreateTask() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SentTo<typeof taskRoutes.create>['body']) => call(taskRoutes.create, { body }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

export type TaskEditWish = Aimed & SentTo<typeof taskRoutes.change>['body'];

export const useEditTask = () =>
  useTaskChange(
    ({ taskId, ...body }: TaskEditWish) => call(taskRoutes.change, { params: { taskId }, body }),
    // Only the server knows the name of another customer.
    (task, { title, description, dueOn }) => ({ ...task, title, description, dueOn }),
  );

export const useVerifyTask = () =>
  useTaskChange(
    ({ taskId, ...body }: Aimed & SentTo<typeof taskRoutes.verify>['body']) =>
      call(taskRoutes.verify, { params: { taskId }, body }),
    (task) => verify(task, new Date()),
  );

export const useAssignTask = () =>
  useTaskChange(({ taskId, ...body }: Aimed & SentTo<typeof taskRoutes.assign>['body']) =>
    call(taskRoutes.assign, { params: { taskId }, body }),
  );

export const useUnassignTask = () =>
  useTaskChange(({ taskId, ...body }: Aimed & SentTo<typeof taskRoutes.unassign>['body']) =>
    call(taskRoutes.unassign, { params: { taskId }, body }),
  );

export const useChangeStatus = () =>
  useTaskChange(
    ({ taskId, ...body }: Aimed & SentTo<typeof taskRoutes.changeStatus>['body']) =>
      call(taskRoutes.changeStatus, { params: { taskId }, body }),
    (task, { status }) => changeStatus(task, status, new Date()),
  );

export const useDeleteTask = () =>
  useTaskChange(
    ({ taskId }: Aimed) => call(taskRoutes.remove, { params: { taskId } }),
    () => null,
  );

export const useRestoreTask = () =>
  useTaskChange(({ taskId }: Aimed) => call(taskRoutes.restore, { params: { taskId } }));
