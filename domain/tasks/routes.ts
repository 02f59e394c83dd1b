import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Count, countQuery } from '#domain/kernel/list.ts';
import { pageOf, PageQuery } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { TaskFilter, TaskListQuery } from './list.ts';
import {
  Assignment,
  StatusChange,
  Task,
  TaskCandidate,
  TaskChange,
  TaskDraft,
  TaskEdit,
  Unassignment,
} from './task.ts';

const params = z.strictObject({ taskId: Id });

export const taskRoutes = {
  list: route({
    method: 'GET',
    path: 'tasks',
    summary: 'List tasks: searched, filtered and sorted',
    access: 'tasks.view',
    query: TaskListQuery,
    result: pageOf(Task),
  }),
  count: route({
    method: 'GET',
    path: 'tasks/count',
    summary: 'How many tasks the list holds',
    access: 'tasks.view',
    query: countQuery(TaskFilter),
    result: Count,
  }),
  get: route({
    method: 'GET',
    path: 'tasks/{taskId}',
    summary: 'One task',
    access: 'tasks.view',
    params,
    result: Task,
  }),
  create: route({
    method: 'POST',
    path: 'tasks',
    summary: 'Create a task, or request one as a customer',
    access: 'tasks.create',
    body: TaskDraft,
    result: Task,
    status: 201,
  }),
  change: route({
    method: 'PATCH',
    path: 'tasks/{taskId}',
    summary: 'Change a task’s title, description, due day or customer',
    access: 'tasks.change',
    params,
    body: TaskEdit,
    result: Task,
  }),
  verify: route({
    method: 'POST',
    path: 'tasks/{taskId}/verify',
    summary: 'Verify what a customer asked for: it is pending from then on',
    access: 'tasks.verify',
    params,
    body: Unassignment,
    result: Task,
  }),
  remove: route({
    method: 'DELETE',
    path: 'tasks/{taskId}',
    summary: 'Delete a task and its messages; for 30 days it can be taken back',
    access: 'tasks.delete',
    params,
    result: Task,
  }),
  restore: route({
    method: 'POST',
    path: 'tasks/{taskId}/restore',
    summary: 'Take a deleted task back, with its messages',
    access: 'tasks.delete',
    params,
    result: Task,
  }),
  deleted: route({
    method: 'GET',
    path: 'tasks/deleted',
    summary: 'Tasks deleted in the last 30 days, the newest first',
    access: 'tasks.delete',
    query: PageQuery,
    result: pageOf(Task),
  }),
  history: route({
    method: 'GET',
    path: 'tasks/{taskId}/history',
    summary: 'What happened to a task, the newest first',
    access: 'tasks.view',
    params,
    result: z.object({ items: z.array(TaskChange) }),
  }),
  candidates: route({
    method: 'GET',
    path: 'tasks/{taskId}/candidates',
    summary: 'Colleagues a task can be given to, the customer’s owner first',
    access: 'tasks.assign',
    params,
    result: z.object({ items: z.array(TaskCandidate) }),
  }),
  assign: route({
    method: 'POST',
    path: 'tasks/{taskId}/assign',
    summary: 'Assign a task to an employee',
    access: 'tasks.assign',
    params,
    body: Assignment,
    result: Task,
  }),
  unassign: route({
    method: 'POST',
    path: 'tasks/{taskId}/unassign',
    summary: 'Take a task from its employee',
    access: 'tasks.assign',
    params,
    body: Unassignment,
    result: Task,
  }),
  changeStatus: route({
    method: 'POST',
    path: 'tasks/{taskId}/status',
    summary: 'Set the status of a task',
    access: 'tasks.set-status',
    params,
    body: StatusChange,
    result: Task,
  }),
};
