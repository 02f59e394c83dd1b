import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { TaskStatus } from '#domain/tasks/task.ts';
import type { SentTo } from '#domain/kernel/route.ts';
import { call } from '#web/platform/call.ts';

export const taskList = (filter: { status?: TaskStatus | undefined } = {}) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'list', filter],
    queryFn: ({ pageParam, signal }) => call(taskRoutes.list, { query: { ...filter, cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
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
