import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Page } from '#domain/kernel/page.ts';
import type { Task } from '#domain/tasks/task.ts';

type Change = (task: Task) => Task | null;

const changedPage = (page: Page<Task>, taskId: string, change: Change): Page<Task> => ({
  ...page,
  items: page.items.flatMap((task) => (task.id === taskId ? (change(task) ?? []) : [task])),
});

/** Changes a task wherever it is held, or takes it away; what is asked for again afterwards has the last word. */
export function changeHeld(queries: QueryClient, taskId: string, change: Change): void {
  queries.setQueryData<Task>(['tasks', 'one', taskId], (task) => task && (change(task) ?? task));
  queries.setQueriesData<Page<Task>>(
    { queryKey: ['tasks', 'list'] },
    (page) => page && changedPage(page, taskId, change),
  );
  queries.setQueriesData<InfiniteData<Page<Task>>>(
    { queryKey: ['tasks', 'latest'] },
    (all) => all && { ...all, pages: all.pages.map((page) => changedPage(page, taskId, change)) },
  );
}

/** A task as some list on the page shows it: it stands at once when it is opened. */
export const heldTask = (queries: QueryClient, taskId: string): Task | undefined =>
  queries
    .getQueriesData<Page<Task>>({ queryKey: ['tasks', 'list'] })
    .flatMap(([, page]) => page?.items ?? [])
    .find(({ id }) => id === taskId);

/** All that is held of tasks as it stands now. Answers what puts it back. */
export function remember(queries: QueryClient): () => void {
  const before = queries.getQueriesData({ queryKey: ['tasks'] });
  return () => before.forEach(([key, data]) => queries.setQueryData(key, data));
}
