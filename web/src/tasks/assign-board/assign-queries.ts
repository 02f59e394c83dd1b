import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { openStatuses } from '#domain/tasks/list.ts';
import { call } from '#web/platform/call.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { available, type Move, type Place, type Plan, type Refusal, type Refusals } from './plan.ts';

const pageSize = 25;

/** Open tasks of an employee, or those nobody has. */
export const openTasksAt = (place: Place, q: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'open-at', place, q],
    queryFn: ({ pageParam, signal }) => {
      const employeeId = place === available ? 'none' : place;
      const query = { q, employeeId, status: openStatuses, limit: pageSize, cursor: pageParam };
      return call(taskRoutes.list, { query }, signal);
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const openAt = (place: Place, q?: string) => ({
  q,
  employeeId: place === available ? ('none' as const) : place,
  status: openStatuses,
});

const send = ({ task: { id: taskId, version }, to }: Move): Promise<Task> =>
  to === available
    ? call(taskRoutes.unassign, { params: { taskId }, body: { version } })
    : call(taskRoutes.assign, { params: { taskId }, body: { employeeId: to, version } });

/** As it stands now, so that the next try is not refused for the same reason; what cannot be read stays as it was. */
const readAnew = (task: Task): Promise<Task> => call(taskRoutes.get, { params: { taskId: task.id } }).catch(() => task);

/** One after the other: each is told by its own answer. */
async function saveAll(plan: Plan): Promise<Refusals> {
  const refusals = new Map<string, Refusal>();
  for (const move of plan.values()) {
    try {
      await send(move);
    } catch (error) {
      refusals.set(move.task.id, { why: problemIn(error).title, task: await readAnew(move.task) });
    }
  }
  return refusals;
}

export function useSavePlan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: saveAll,
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
