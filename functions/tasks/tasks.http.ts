import { taskRoutes } from '#domain/tasks/routes.ts';
import { serve } from '#functions/serve.ts';
import { assignTask, unassignTask } from './assign-task.ts';
import { changeTaskStatus } from './change-task-status.ts';
import { changeTask } from './change-task.ts';
import { createTask } from './create-task.ts';
import { listCandidates } from './list-candidates.ts';
import { countTasks, listDeletedTasks, listTasks } from './list-tasks.ts';
import { readHistory, readTask } from './read-task.ts';
import { removeTask, restoreTask } from './remove-task.ts';
import { verifyTask } from './verify-task.ts';

serve('tasks-list', taskRoutes.list, (work, { query }) => listTasks(work, query));
serve('tasks-count', taskRoutes.count, (work, { query }) => countTasks(work, query));
serve('tasks-deleted', taskRoutes.deleted, (work, { query }) => listDeletedTasks(work, query));
serve('tasks-get', taskRoutes.get, (work, { params }) => readTask(work, params.taskId));
serve('tasks-create', taskRoutes.create, (work, { body }) => createTask(work, body));
serve('tasks-change', taskRoutes.change, (work, { params, body }) => changeTask(work, params.taskId, body));
serve('tasks-verify', taskRoutes.verify, (work, { params, body }) => verifyTask(work, params.taskId, body));
serve('tasks-remove', taskRoutes.remove, (work, { params }) => removeTask(work, params.taskId));
serve('tasks-restore', taskRoutes.restore, (work, { params }) => restoreTask(work, params.taskId));
serve('tasks-history', taskRoutes.history, (work, { params }) => readHistory(work, params.taskId));
serve('tasks-candidates', taskRoutes.candidates, (work, { params }) => listCandidates(work, params.taskId));
serve('tasks-assign', taskRoutes.assign, (work, { params, body }) => assignTask(work, params.taskId, body));
serve('tasks-unassign', taskRoutes.unassign, (work, { params, body }) => unassignTask(work, params.taskId, body));
serve('tasks-change-status', taskRoutes.changeStatus, (work, { params, body }) =>
  changeTaskStatus(work, params.taskId, body),
);
