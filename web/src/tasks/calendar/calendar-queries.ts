import { queryOptions } from '@tanstack/react-query';
import type { SentTo } from '#domain/kernel/route.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { call } from '#web/platform/call.ts';

export type CalendarFilter = Omit<NonNullable<SentTo<typeof taskRoutes.count>['query']>, 'exact' | 'dueFrom' | 'dueTo'>;

// More than a month of a small business; beyond it the page says that it does not show all.
const mostPages = 5;

/** All tasks due on these days. `isWhole` is false when there were more than a calendar can show. */
export const tasksDue = (filter: CalendarFilter, dueFrom: string, dueTo: string) =>
  queryOptions({
    queryKey: ['tasks', 'due', filter, dueFrom, dueTo],
    queryFn: async ({ signal }) => {
      const tasks: Task[] = [];
      let cursor: string | undefined;
      for (let at = 0; at < mostPages; at += 1) {
        const query = { ...filter, dueFrom, dueTo, sort: 'dueOn' as const, limit: 200, cursor };
        const page = await call(taskRoutes.list, { query }, signal);
        tasks.push(...page.items);
        if (page.nextCursor === null) return { tasks, isWhole: true };
        cursor = page.nextCursor;
      }
      return { tasks, isWhole: false };
    },
    placeholderData: (before) => before,
  });
