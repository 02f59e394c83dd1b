import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Task, TaskStatus } from '#domain/tasks/task.ts';
import type { SentTo } from '#domain/kernel/route.ts';
import { call } from '#web/platform/call.ts';
import type { CountQuery } from '#web/platform/list/use-count.ts';
import { type PageQuery, pageSize } from '#web/platform/list/use-keyset.ts';

type Filter = Omit<NonNullable<SentTo<typeof taskRoutes.count>['query']>, 'exact'>;
type Wish = Filter & Pick<NonNullable<SentTo<typeof taskRoutes.list>['query']>, 'sort'>;

/** The latest tasks, for a page that picks from them. */
export const taskList = (filter: { status?: TaskStatus | undefined } = {}) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'latest', filter],
    queryFn: ({ pageParam, signal }) => call(taskRoutes.list, { query: { ...filter, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
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

export const oneTask = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'one', taskId],
    queryFn: ({ signal }) => call(taskRoutes.get, { params: { taskId } }, signal),
  });

/** After any change, also a refused one, what stands on the page is read again. */
function useTaskChange<Wish, Result>(change: (wish: Wish) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}

export const useCreateTask = () =>
  useTaskChange((body: SentTo<typeof taskRoutes.create>['body']) => call(taskRoutes.create, { body }));

export const useAssignTask = () =>
  useTaskChange(({ taskId, ...body }: { taskId: string } & SentTo<typeof taskRoutes.assign>['body']) =>
    call(taskRoutes.assign, { params: { taskId }, body }),
  );

export const useChangeStatus = () =>
  useTaskChange(({ taskId, ...body }: { taskId: string } & SentTo<typeof taskRoutes.changeStatus>['body']) =>
    call(taskRoutes.changeStatus, { params: { taskId }, body }),
  );
