import { assignTask } from '#functions/tasks/assign-task.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { make } from '#functions/testing/make.ts';
import type { Crm } from '#functions/testing/with-crm.ts';

/** A customer's task, and the employee who has it. */
export async function aTaskRoom(crm: Crm) {
  const [customer, admin, employee] = [await crm.work('customer'), await crm.work('admin'), await crm.work('employee')];
  const { id, version } = await createTask(customer, make.taskDraft({ title: 'Ring resize' }));
  const task = await assignTask(admin, id, { employeeId: employee.caller.memberId, version });
  return { customer, admin, employee, task, roomId: id };
}
