import { expect, test } from 'vitest';
import type { Payment } from '#domain/payments/payment.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { notePayment, noteTaskChange } from './note-happenings.ts';
import { sendMessage } from './send-message.ts';
import { draft, everyEntry, taskRoom } from './testing/in-room.ts';
import { listen } from './testing/listen.ts';
import { joinRoom } from './join-room.ts';

const paymentOf = (taskId: string, change: Partial<Payment> = {}): Payment => ({
  id: crypto.randomUUID(),
  customer: { id: crypto.randomUUID(), name: 'Dipika Sarraf', email: 'dipika@example.com' },
  task: { id: taskId, title: 'Ring resize' },
  amount: 18_050,
  currency: 'USD',
  status: 'paid',
  method: 'card',
  failureReason: null,
  createdAt: new Date().toISOString(),
  updatedAt: new Date().toISOString(),
  paidOn: '2026-03-02',
  version: '"1"',
  ...change,
});

test(
  'a payment of a task is a line in its room, once however often it is fed; its people hear it at once',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    await sendMessage(customer, roomId, draft('I pay now'));
    const listener = await listen(employee);
    await joinRoom(employee, roomId, listener.connectionId);
    const told = listener.until('entry.added');
    const payment = paymentOf(roomId);
    for (let n = 0; n < 3; n++) await notePayment(crm.system(), payment);
    await told;

    const { id: paymentId, amount, currency, customer: payer } = payment;
    const by = { id: payer.id, name: payer.name };
    const [, line, ...more] = await everyEntry(customer, roomId);
    expect(line).toMatchObject({ kind: 'line', seq: 2, happening: { what: 'paid', paymentId, amount, currency, by } });
    expect(more).toEqual([]);
    expect((await customer.rooms.head(roomId))?.lastLine).toMatchObject({ by: null, text: 'Dipika Sarraf paid' });
    listener.stop();
  }),
);

test(
  'no line is made of a payment that has not come, has no task, is of long ago, or whose task is gone',
  withCrm(async (crm) => {
    const { customer, roomId } = await taskRoom(crm);
    const none = [
      paymentOf(roomId, { status: 'processing' }),
      paymentOf(roomId, { task: null }),
      paymentOf(roomId, { updatedAt: new Date(Date.now() - 25 * 3_600_000).toISOString() }),
      paymentOf(crypto.randomUUID()),
    ];
    for (const payment of none) await notePayment(crm.system(), payment);
    expect(await everyEntry(customer, roomId)).toEqual([]);
  }),
);

test(
  'a new status is a line in the room of its task, once; other changes are none',
  withCrm(async (crm) => {
    const { customer, roomId: taskId } = await taskRoom(crm);
    const by = { id: crypto.randomUUID(), name: 'Tomas Abara' };
    const change = { id: crypto.randomUUID(), taskId, at: new Date().toISOString(), by };
    for (let n = 0; n < 2; n++)
      await noteTaskChange(crm.system(), { ...change, what: 'status', detail: 'in-progress' });
    await noteTaskChange(crm.system(), { ...change, id: crypto.randomUUID(), what: 'edited', detail: 'title' });
    expect(await everyEntry(customer, taskId)).toMatchObject([
      { kind: 'line', seq: 1, happening: { what: 'status', status: 'in-progress', by } },
    ]);
  }),
);
