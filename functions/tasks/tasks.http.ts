import { taskRoutes } from '#domain/tasks/routes.ts';
import { serve } from '#functions/serve.ts';
import { assignTask, unassignTask } from './assign-task.ts';
import { changeTaskStatus } from './change-task-status.ts';
import { createTask } from './create-task.ts';
import { countTasks, listTasks } from './list-tasks.ts';
import { readTask } from './read-task.ts';

serve('tasks-list', taskRoutes.list, (work, { query }) => listTasks(work, query));
serve('tasks-count', taskRoutes.count, (work, { query }) => countTasks(work, query));
serve('tasks-get', taskRoutes.get, (work, { params }) => readTask(work, params.taskId));
serve('tasks-create', taskRoutes.create, (work, { body }) => createTask(work, body));
serve('tasks-assign', taskRoutes.assign, (work, { params, body }) => assignTask(work, params.taskId, body));
serve('tasks-unassign', taskRoutes.unassign, (work, { params, body }) => unassignTask(work, params.taskId, body));
serve('tasks-change-status', taskRoutes.changeStatus, (work, { params, body }) =>
  changeTaskStatus(work, params.taskId, body),
);
