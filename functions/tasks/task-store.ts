import type { Count } from '#domain/kernel/list.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { fold, tokensOf } from '#domain/kernel/search.ts';
import { type DueDays, openStatuses, type TaskFilter, type TaskSort } from '#domain/tasks/list.ts';
import { Task, type TaskScope, TaskStatus } from '#domain/tasks/task.ts';
import { container, documents } from '#functions/platform/cosmos.ts';
import { type Condition, lists, matches, where } from '#functions/platform/list-query.ts';

const tasks = container('tasks');

type NewTask = Omit<Task, 'version'>;
type Filter = Omit<TaskFilter, 'due'> & { due?: DueDays | undefined };
type Asked = Filter & Pick<PageQuery, 'cursor' | 'limit'> & { sort?: TaskSort };

type Sides = Record<'employeeIds' | 'customerIds', readonly string[]>;
type Pair = { employeeId: string | null; customerId: string };

// Sorts after every day.
const noDay = 'none';

/** What lists are searched, filtered and sorted by, stored with every write. */
const extrasOf = ({ title, status, dueOn, customer, employee }: NewTask) => ({
  list: {
    tokens: tokensOf(title, customer.name, employee?.name),
    title: fold(title),
    status: TaskStatus.options.indexOf(status),
    dueOn: dueOn ?? noDay,
    employeeId: employee?.id ?? 'none',
  },
});

const paths = {
  createdAt: 'c.createdAt',
  updatedAt: 'c.updatedAt',
  dueOn: 'c.list.dueOn',
  title: 'c.list.title',
  status: 'c.list.status',
};

/** Tasks of one workspace. There is no way to make a store without saying whose. */
export const taskStore = (workspaceId: string) => {
  const { find, get, add, replace, page } = documents('The task', tasks, Task, workspaceId, { workspaceId });
  const list = lists(tasks, workspaceId, page);
  return {
    find,
    get,
    add: (task: NewTask): Promise<Task> => add(task, extrasOf(task)),
    replace: (task: Task): Promise<Task> => replace(task, extrasOf(task)),

    /** Newest first unless asked otherwise, and only those the scope allows. */
    list: (scope: TaskScope, { sort = '-createdAt', cursor, limit, ...filter }: Asked): Promise<Page<Task>> =>
      list.page(conditionsOf(scope, filter), { sort, paths }, { cursor, limit }),

    count: (scope: TaskScope, filter: Filter, isExact: boolean): Promise<Count> =>
      list.count(conditionsOf(scope, filter), isExact),

    /** Who stands on the two sides of each task of these employees and customers. */
    async pairsOf({ employeeIds, customerIds }: Sides): Promise<Pair[]> {
      const query = {
        query:
          'SELECT c.list.employeeId, c.customer.id AS customerId FROM c WHERE ARRAY_CONTAINS(@employeeIds, c.list.employeeId) OR ARRAY_CONTAINS(@customerIds, c.customer.id)',
        parameters: [
          { name: '@employeeIds', value: [...employeeIds] },
          { name: '@customerIds', value: [...customerIds] },
        ],
      };
      const options = { partitionKey: workspaceId, maxItemCount: 10_000 };
      const { resources } = await tasks.items.query<Pair>(query, options).fetchAll();
      return resources.map((pair) => (pair.employeeId === 'none' ? { ...pair, employeeId: null } : pair));
    },
  };
};

const conditionsOf = (scope: TaskScope, { q, status, employeeId, customerId, due }: Filter): Condition[] => [
  ...('employeeId' in scope ? [where`c.list.employeeId = ${scope.employeeId}`] : []),
  ...('customerId' in scope ? [where`c.customer.id = ${scope.customerId}`] : []),
  ...(status ? [where`ARRAY_CONTAINS(${status}, c.status)`] : []),
  ...(employeeId ? [where`c.list.employeeId = ${employeeId}`] : []),
  ...(customerId ? [where`c.customer.id = ${customerId}`] : []),
  ...(due ? dueConditions(due) : []),
  ...matches(q),
];

const dueConditions = (due: DueDays): Condition[] =>
  'before' in due
    ? [where`c.list.dueOn < ${due.before}`, where`ARRAY_CONTAINS(${openStatuses}, c.status)`]
    : [where`c.list.dueOn = ${due.on ?? noDay}`];
