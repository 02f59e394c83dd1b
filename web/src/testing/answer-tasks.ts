import { customerRoutes } from '#domain/customers/routes.ts';
import { problems } from '#domain/kernel/problem.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { assign, changeStatus, edit, remove, restore, unassign, verify } from '#domain/tasks/decide.ts';
import type { TaskFilter } from '#domain/tasks/list.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { isOverdue, type Task, type TaskCandidate } from '#domain/tasks/task.ts';
import { answer } from './answer.ts';

const today = '2026-11-20';
const now = new Date('2026-11-20T09:30:00.000Z');

const rhea: TaskCandidate = {
  id: crypto.randomUUID(),
  name: 'Rhea Lindqvist',
  email: 'rhea@example.com',
  openTasks: 4,
  isOwner: true,
};
const tomas: TaskCandidate = {
  id: crypto.randomUUID(),
  name: 'Tomas Abara',
  email: 'tomas@example.com',
  openTasks: 0,
  isOwner: false,
};

const matches = (task: Task, { q, status, employeeId, customerId, due, dueFrom, dueTo }: TaskFilter): boolean =>
  (!q || task.title.toLowerCase().includes(q.toLowerCase())) &&
  (!status || status.includes(task.status)) &&
  (!employeeId || (task.employee?.id ?? 'none') === employeeId) &&
  (!customerId || task.customer.id === customerId) &&
  (!due || (due === 'overdue' ? isOverdue(task, today) : task.dueOn === (due === 'today' ? today : null))) &&
  (!dueFrom || (task.dueOn !== null && task.dueOn >= dueFrom)) &&
  (!dueTo || (task.dueOn !== null && task.dueOn <= dueTo));

/** A business's tasks that are listed, counted and changed as the server does it, and who can do them. */
export function answerTasks(...tasks: Task[]) {
  const stored = { tasks, rhea, tomas, asked: [] as Record<string, unknown>[] };
  const find = (taskId: string): Task => {
    const task = stored.tasks.find(({ id }) => id === taskId);
    if (!task) throw problems.notFound('The task');
    return task;
  };
  const put = (task: Task): Task => {
    const next = { ...task, version: `"${Number(task.version.slice(1, -1)) + 1}"` };
    stored.tasks = stored.tasks.map((one) => (one.id === task.id ? next : one));
    return next;
  };
  const current = (taskId: string, version: string): Task => {
    const task = find(taskId);
    if (task.version !== version) throw problems.changedMeanwhile('The task');
    return task;
  };
  const live = () => stored.tasks.filter(({ deletedAt }) => deletedAt === null);

  answer(memberRoutes.list, { items: [], nextCursor: null });
  answer(memberRoutes.colleagues, {
    items: [rhea, tomas].map(({ id, name, email }) => ({ id, name, email, role: 'employee' as const })),
  });
  answer(customerRoutes.list, { items: [], nextCursor: null });
  answer(taskRoutes.list, ({ query }) => {
    stored.asked.push(query);
    return { items: live().filter((task) => matches(task, query)), nextCursor: null };
  });
  answer(taskRoutes.count, ({ query: { exact: _, ...filter } }) => ({
    count: live().filter((task) => matches(task, filter)).length,
    isCapped: false,
  }));
  answer(taskRoutes.deleted, () => ({
    items: stored.tasks.filter(({ deletedAt }) => deletedAt !== null),
    nextCursor: null,
  }));
  answer(taskRoutes.get, ({ params }) => {
    const task = find(params.taskId);
    if (task.deletedAt !== null) throw problems.notFound('The task');
    return task;
  });
  answer(taskRoutes.history, ({ params }) => ({
    items: [
      {
        id: crypto.randomUUID(),
        taskId: params.taskId,
        at: '2026-11-18T08:00:00.000Z',
        by: { id: crypto.randomUUID(), name: 'Dipika Sarraf' },
        what: 'requested' as const,
        detail: null,
      },
    ],
  }));
  answer(paymentRoutes.ofTask, { items: [] });
  answer(taskRoutes.candidates, { items: [rhea, tomas] });
  answer(taskRoutes.change, ({ params, body: { version, customerId: _, ...words } }) => {
    const task = current(params.taskId, version);
    return put(edit(task, { ...words, customer: task.customer }, now));
  });
  answer(taskRoutes.verify, ({ params, body }) => put(verify(current(params.taskId, body.version), now)));
  answer(taskRoutes.assign, ({ params, body }) => {
    const { id, name, email } = [rhea, tomas].find((one) => one.id === body.employeeId)!;
    return put(assign(current(params.taskId, body.version), { id, name, email }, now));
  });
  answer(taskRoutes.unassign, ({ params, body }) => put(unassign(current(params.taskId, body.version), now)));
  answer(taskRoutes.changeStatus, ({ params, body }) =>
    put(changeStatus(current(params.taskId, body.version), body.status, now)),
  );
  answer(taskRoutes.remove, ({ params }) => put(remove(find(params.taskId), now)));
  answer(taskRoutes.restore, ({ params }) => put(restore(find(params.taskId), now)));
  return stored;
}
