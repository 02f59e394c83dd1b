import { problems } from '#domain/kernel/problem.ts';
import { edit, editedFields, mayEdit } from '#domain/tasks/decide.ts';
import type { Task, TaskEdit } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';
import { announceTask } from './announce-task.ts';
import { customerNamed } from './create-task.ts';
import { changeBy } from './note-change.ts';
import { readTask } from './read-task.ts';

/** A customer mends their own request until it is verified; staff the tasks they find. */
export async function changeTask(
  work: Work,
  taskId: string,
  { version, customerId, ...words }: TaskEdit,
): Promise<Task> {
  const { caller, tasks, now } = work;
  const task = await readTask(work, taskId);
  if (!mayEdit(caller, task)) {
    throw problems.conflict('This request was verified already. Please write in its chat what should change.');
  }
  if (task.version !== version) throw problems.changedMeanwhile('The task');
  const customer = await customerAfter(work, task, customerId);
  const fields = editedFields(task, { ...words, customer });
  if (fields.length === 0) return task;

  const next = edit(task, { ...words, customer }, now());
  const stored = await tasks.replace(next, changeBy(work, next, { what: 'edited', detail: fields.join(', ') }));
  if (task.customer.id !== customer.id) await sendAway(work, task);
  await announceTask(work, stored);
  return stored;
}

/** Whoever has a task reads all of its room: what one customer has said is not for another. */
async function customerAfter(work: Work, task: Task, customerId = task.customer.id): Promise<Task['customer']> {
  if (customerId === task.customer.id) return task.customer;
  const customer = await customerNamed(work, customerId);
  const [head, files] = await Promise.all([
    work.rooms.head(task.id),
    // Deleted ones could be taken back.
    work.files.everyIn({ kind: 'room', id: task.id }),
  ]);
  if ((head?.lastSeq ?? 0) + files.length > 0)
    throw problems.conflict('Its room is in use: the task stays with this customer.');
  return customer;
}

async function sendAway(work: Work, task: Task): Promise<void> {
  const memberId = (await work.customers.find(task.customer.id))?.memberId;
  if (memberId) await work.live.evict(task.id, memberId);
  await announceTask(work, task);
}
