import type { Entry, MessageDraft } from '#domain/rooms/message.ts';
import { assignTask } from '#functions/tasks/assign-task.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { make } from '#functions/testing/make.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';

/** A customer's task that an employee works on; its room is empty. */
export async function taskRoom(crm: Crm) {
  const [customer, employee, admin] = [await crm.work('customer'), await crm.work('employee'), await crm.work('admin')];
  const task = await createTask(customer, make.taskDraft());
  await assignTask(admin, task.id, { employeeId: employee.caller.memberId, version: task.version });
  return { customer, employee, admin, roomId: task.id };
}

export const draft = (text: string, change: Partial<MessageDraft> = {}): MessageDraft => ({
  messageId: crypto.randomUUID(),
  text,
  replyTo: null,
  files: [],
  mentions: [],
  ...change,
});

/** All that stands in a room, in order. */
export const everyEntry = ({ rooms }: Pick<Work, 'rooms'>, roomId: string): Promise<Entry[]> =>
  rooms.entries(roomId, { limit: 1000 });

/** What the messages of a room say, in order. */
export const wordsIn = async (work: Pick<Work, 'rooms'>, roomId: string): Promise<string[]> =>
  (await everyEntry(work, roomId)).flatMap((entry) => (entry.kind === 'message' ? [entry.text] : []));
