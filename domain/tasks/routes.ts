import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Count, countQuery } from '#domain/kernel/list.ts';
import { pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { TaskFilter, TaskListQuery } from './list.ts';
import { Assignment, StatusChange, Task, TaskDraft, Unassignment } from './task.ts';

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
