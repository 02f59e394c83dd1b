import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Person } from '#infra/people/person.ts';
import { sendFile } from './file-requests.ts';
import { joinBusiness, type Where } from './join-business.ts';

export type TaskIds = Record<
  'taskId' | 'roomId' | 'memberId' | 'paymentId' | 'customerId' | 'fileId' | 'messageId',
  string
>;

type At = { where: Where; slug: string; admin: Person; employeeId: string };
type Wanted = { email: string; isKnown: boolean; marker: string };

/** A verified customer with an assigned task, a message and a file in its room and a payment for it, all carrying the marker. */
export async function customerWithTask(
  { where, slug, admin, employeeId }: At,
  { email, isKnown, marker }: Wanted,
): Promise<{ customer: Person; ids: TaskIds }> {
  const customer = await joinBusiness(where, { slug, email, isKnown });
  const { member } = await customer.call(memberRoutes.completeProfile, {
    body: { task: marker, age: 30, role: 'customer' },
  });
  await admin.call(memberRoutes.verify, { params: { memberId: member.id } });

  const [task] = (await customer.call(taskRoutes.list)).items;
  const { id: taskId, version } = task!;
  await admin.call(taskRoutes.assign, { params: { taskId }, body: { employeeId, version } });
  const { id: messageId } = await customer.call(roomRoutes.send, {
    params: { roomId: taskId },
    body: { messageId: crypto.randomUUID(), text: marker },
  });
  const fileId = await sendFile(customer, taskId, `${marker}.png`);
  const { paymentId } = await customer.call(paymentRoutes.checkout, {
    body: { taskId, amount: 10_000, currency: 'USD', attemptId: crypto.randomUUID() },
  });
  const { id: memberId, customerId } = member;
  return { customer, ids: { taskId, roomId: taskId, memberId, paymentId, fileId, messageId, customerId: customerId! } };
}
