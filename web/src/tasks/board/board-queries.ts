import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { SentTo } from '#domain/kernel/route.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Task, TaskStatus } from '#domain/tasks/task.ts';
import { call } from '#web/platform/call.ts';
import { type LanePages, without, withFirst } from './lanes.ts';

export type BoardFilter = Omit<NonNullable<SentTo<typeof taskRoutes.count>['query']>, 'exact' | 'status'>;

const laneSize = 25;

/** One lane, the card that came into it last on top. */
export const laneQuery = (status: TaskStatus, filter: BoardFilter) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'lane', status, filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        taskRoutes.list,
        { query: { ...filter, status: [status], sort: '-updatedAt', limit: laneSize, cursor: pageParam } },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

type Move = { task: Task; to: Exclude<TaskStatus, 'requested'> };

const send = ({ task: { id, status, version }, to }: Move): Promise<Task> =>
  status === 'requested' && to === 'pending'
    ? call(taskRoutes.verify, { params: { taskId: id }, body: { version } })
    : call(taskRoutes.changeStatus, { params: { taskId: id }, body: { status: to, version } });

/** The card stands in its new lane at once, and goes back when the server says no. */
export function useMove(filter: BoardFilter) {
  const queries = useQueryClient();
  const set = (status: TaskStatus, change: (pages: LanePages | undefined) => LanePages | undefined) =>
    queries.setQueryData<LanePages>(laneQuery(status, filter).queryKey, change);

  return useMutation({
    mutationFn: send,
    onMutate: async ({ task, to }) => {
      await queries.cancelQueries({ queryKey: ['tasks', 'lane'] });
      set(task.status, (pages) => without(pages, task.id));
      set(to, (pages) => withFirst(pages, { ...task, status: to, statusAt: new Date().toISOString() }));
    },
    // With its new version: whoever moves it on before the lanes are read again is not refused by their own move.
    onSuccess: (moved, { to }) => set(to, (pages) => withFirst(without(pages, moved.id), moved)),
    onError: (_, { task, to }) => {
      set(to, (pages) => without(pages, task.id));
      set(task.status, (pages) => withFirst(pages, task));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
