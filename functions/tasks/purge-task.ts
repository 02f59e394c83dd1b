import type { SystemWork } from '#functions/work.ts';

/**
 * A deleted task for good, with all of its room: what was said, files, seats, history. Payments stay with the title they
 * were made under. The task goes last, so that what was cut off begins again; all of it is safe to repeat.
 */
export async function purgeTask({ tasks, rooms, seats, files }: SystemWork, taskId: string): Promise<void> {
  const head = await rooms.head(taskId);
  const everyone = head ? [...head.members.map(({ id }) => id), ...head.former] : [];
  for (const memberId of everyone) await seats.forget({ memberId, roomId: taskId });
  for (const { id } of await files.everyIn({ kind: 'room', id: taskId })) await files.purge(id);
  await rooms.purge(taskId);
  await tasks.purge(taskId);
}
