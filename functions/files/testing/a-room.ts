import type { FilePlace, StoredFile } from '#domain/files/file.ts';
import { assignTask } from '#functions/tasks/assign-task.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { make } from '#functions/testing/make.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { addFile } from '../add-file.ts';
import { samples } from './samples.ts';

type Wanted = { fileId?: string; bytes?: Uint8Array; name?: string | null };

/** A task's room with its customer and its employee in it. */
export async function aRoom(crm: Crm): Promise<{ customer: Work; employee: Work; place: FilePlace; roomId: string }> {
  const [admin, customer, employee] = [await crm.work('admin'), await crm.work('customer'), await crm.work('employee')];
  const { id, version } = await createTask(customer, make.taskDraft());
  await assignTask(admin, id, { employeeId: employee.caller.memberId, version });
  return { customer, employee, place: { kind: 'room', id }, roomId: id };
}

/** A small PDF, unless said otherwise. */
export const send = (work: Work, place: FilePlace, wanted: Wanted = {}): Promise<StoredFile> => {
  const { fileId = crypto.randomUUID(), bytes = samples.pdf(), name = 'Ring sketch.pdf' } = wanted;
  return addFile(work, place, { fileId, bytes, fileName: name });
};
