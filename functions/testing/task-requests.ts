import { memberRoutes } from '#domain/members/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Accepted, Sent } from './making.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

const byAdmin = ({ people }: Business, sent: Sent): Accepted => ({ person: people.admin, sent });

/** The task that all of its people have. */
const sharedTask = ({ people, ids: { taskId } }: Business): Promise<Task> =>
  people.admin.call(taskRoutes.get, { params: { taskId } });

const employeeIdOf = async ({ people }: Business): Promise<string> =>
  (await people.employee.call(memberRoutes.me)).member.id;

/** A task of its own, so that what happens to it is nobody else's example. */
const ownTask = ({ people, ids: { customerId } }: Business): Promise<Task> =>
  people.admin.call(taskRoutes.create, { body: { title: 'Pearl stringing', customerId } });

const onOwn: Make = async (business) => byAdmin(business, { params: { taskId: (await ownTask(business)).id } });

/** The accepted requests of the routes about tasks. */
export const taskRequests: Record<string, Make> = {
  'tasks-create': async (business) =>
    byAdmin(business, {
      body: {
        title: 'Ring resize, N to P',
        description: 'Two sizes up.',
        dueOn: '2027-03-02',
        customerId: business.ids.customerId,
      },
    }),

  // The title and description stay: the marker is in them.
  'tasks-change': async (business) => {
    const { id: taskId, title, description, customer, version } = await sharedTask(business);
    const body = { title, description, dueOn: '2027-03-02', customerId: customer.id, version };
    return byAdmin(business, { params: { taskId }, body });
  },

  'tasks-verify': async (business) => {
    const body = { title: 'Pearl stringing' };
    const { id: taskId, version } = await business.people.customer.call(taskRoutes.create, { body });
    return byAdmin(business, { params: { taskId }, body: { version } });
  },

  'tasks-remove': onOwn,

  'tasks-restore': async (business) => {
    const { id: taskId } = await ownTask(business);
    await business.people.admin.call(taskRoutes.remove, { params: { taskId } });
    return byAdmin(business, { params: { taskId } });
  },

  'tasks-assign': async (business) => {
    const { id: taskId, version } = await sharedTask(business);
    return byAdmin(business, { params: { taskId }, body: { employeeId: await employeeIdOf(business), version } });
  },

  'tasks-unassign': async (business) => {
    const { id: taskId, version } = await ownTask(business);
    const body = { employeeId: await employeeIdOf(business), version };
    const assigned = await business.people.admin.call(taskRoutes.assign, { params: { taskId }, body });
    return byAdmin(business, { params: { taskId }, body: { version: assigned.version } });
  },

  'tasks-change-status': async (business) => {
    const { id: taskId, version } = await sharedTask(business);
    return byAdmin(business, { params: { taskId }, body: { status: 'in-progress', version } });
  },
};
