import { infiniteQueryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { openStatuses } from '#domain/tasks/list.ts';
import { call } from '#web/platform/call.ts';
import { problemIn } from '#web/platform/form.ts';
import { available, type Place, type Plan } from './plan.ts';

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

/** One after the other: each is told by its own answer. The result names what was refused, and why. */
async function saveAll(plan: Plan): Promise<ReadonlyMap<string, string>> {
  const failures = new Map<string, string>();
  for (const { task, to } of plan.values()) {
    const { id: taskId, version } = task;
    try {
      if (to === available) await call(taskRoutes.unassign, { params: { taskId }, body: { version } });
      else await call(taskRoutes.assign, { params: { taskId }, body: { employeeId: to, version } });
    } catch (error) {
      failures.set(taskId, problemIn(error).title);
    }
  }
  return failures;
}

export function useSavePlan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: saveAll,
    onSettled: () => queries.invalidateQueries({ queryKey: ['tasks'] }),
  });
}
