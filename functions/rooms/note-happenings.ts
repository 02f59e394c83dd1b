import { isReceived } from '#domain/payments/payment.ts';
import type { Happening } from '#domain/rooms/message.ts';
import type { TaskChange } from '#domain/tasks/task.ts';
import type { NewPayment } from '#functions/payments/stored-payment.ts';
import { derivedId } from '#functions/platform/derived-id.ts';
import type { SystemWork } from '#functions/work.ts';
import { aboutTaskRoom } from './task-room.ts';
import { tellLine } from './tell-line.ts';

type Ground = Pick<SystemWork, 'rooms' | 'tasks' | 'customers' | 'members' | 'live' | 'now'>;

/** A feed begins with the first document there is: what happened long ago is not told as if it were new. */
const newsMs = 24 * 3_600_000;

/** The room of a task says what was asked for, paid and given back. Safe to repeat. */
export async function notePayment(ground: Ground, payment: NewPayment): Promise<void> {
  const { task, customer, updatedAt: at } = payment;
  if (task === null) return;
  const roomId = task.id;
  const { id: paymentId, amount, currency } = payment;
  const sum = { paymentId, amount, currency };
  if (payment.request) {
    const { by, at: askedAt } = payment.request;
    await note(ground, {
      roomId,
      at: askedAt,
      cause: paymentId,
      happening: { what: 'payment-requested', ...sum, by },
    });
  }
  if (!isReceived(payment)) return;
  const by = { id: customer.id, name: customer.name };
  await note(ground, { roomId, at, cause: paymentId, happening: { what: 'paid', ...sum, by } });
  for (const refund of payment.refunds.filter(({ status }) => status === 'succeeded')) {
    const happening = { what: 'refunded', ...sum, amount: refund.amount, by: refund.by } as const;
    await note(ground, { roomId, at, cause: refund.id, happening });
  }
}

/** The room of a task says which status it has now. Safe to repeat. */
export async function noteTaskChange(ground: Ground, { id, taskId, at, by, what, detail }: TaskChange): Promise<void> {
  if (what !== 'status' || detail === null) return;
  await note(ground, { roomId: taskId, at, cause: id, happening: { what: 'status', status: detail, by } });
}

type Told = { roomId: string; at: string; cause: string; happening: Happening };

async function note(ground: Ground, { roomId, at, cause, happening }: Told): Promise<void> {
  if (ground.now().getTime() - Date.parse(at) > newsMs) return;
  const task = await ground.tasks.find(roomId);
  if (!task || task.deletedAt !== null) return;
  await tellLine(ground, roomId, {
    id: derivedId(happening.what, cause),
    // When the room hears of it, so that its lines stand in order of their moments too.
    at: ground.now().toISOString(),
    happening,
    about: async (head) => aboutTaskRoom(ground, await ground.tasks.get(roomId), head),
  });
}
