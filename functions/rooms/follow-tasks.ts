import * as z from 'zod';
import { standing } from '#domain/rooms/head.ts';
import { Task } from '#domain/tasks/task.ts';
import { orSetAside } from '#functions/platform/dead-letters.ts';
import type { SystemWork } from '#functions/work.ts';
import { aboutTaskRoom } from './task-room.ts';

type Ground = Pick<SystemWork, 'tasks' | 'rooms' | 'members' | 'customers' | 'live' | 'workspaceId' | 'now' | 'report'>;

const FedTask = Task.pick({ id: true }).extend({ kind: z.literal('task') });

/** A task's room follows it: there from the beginning, with its people and its title, and deleted and restored with it. */
export async function followTasks(ground: Ground, documents: readonly unknown[]): Promise<void> {
  for (const document of documents) {
    const { data } = FedTask.safeParse(document);
    if (!data) continue;
    const { id: documentId } = data;
    await orSetAside(ground, { source: 'rooms-follow-tasks', documentId }, () => followTask(ground, documentId));
  }
}

/** The task is read after the head, at each try: an older look never wins over a newer one. */
async function followTask(ground: Ground, taskId: string): Promise<void> {
  const { tasks, rooms, live } = ground;
  const before = await rooms.head(taskId);
  if (!(await tasks.find(taskId))) return;
  const after = await rooms.changeHead(taskId, async (head) => {
    const task = await tasks.get(taskId);
    const now = standing(head, await aboutTaskRoom(ground, task, head), task.createdAt);
    return now.deletedAt === task.deletedAt ? now : { ...now, deletedAt: task.deletedAt };
  });
  if (before && after !== before) await live.toRoom(taskId, { kind: 'room.changed', roomId: taskId });
}
