import type { Page } from '#domain/kernel/page.ts';
import { Task, type TaskScope, type TaskStatus } from '#domain/tasks/task.ts';
import { container, documents } from '#functions/platform/cosmos.ts';

const tasks = container('tasks');

type Filter = { status?: TaskStatus | undefined; cursor?: string | undefined; limit: number };

/** Tasks of one workspace. There is no way to make a store without saying whose. */
export const taskStore = (workspaceId: string) => {
  const { find, get, add, replace, page } = documents('The task', tasks, Task, workspaceId, { workspaceId });
  return {
    find,
    get,
    add,
    replace,

    /** Newest first, and only those the scope allows. */
    list(scope: TaskScope, { status, ...where }: Filter): Promise<Page<Task>> {
      const conditions = [];
      const parameters = [];
      if ('employeeId' in scope) {
        conditions.push('c.employee.id = @employeeId');
        parameters.push({ name: '@employeeId', value: scope.employeeId });
      }
      if ('customerId' in scope) {
        conditions.push('c.customer.id = @customerId');
        parameters.push({ name: '@customerId', value: scope.customerId });
      }
      if (status) {
        conditions.push('c.status = @status');
        parameters.push({ name: '@status', value: status });
      }
      const filter = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
      return page({ query: `SELECT * FROM c ${filter} ORDER BY c.createdAt DESC`, parameters }, where);
    },
  };
};
