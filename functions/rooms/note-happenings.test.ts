import { expect, test } from 'vitest';
import type { KnownRefund } from '#domain/payments/facts.ts';
import { aRefund } from '#domain/payments/testing/known-payment.ts';
import type { NewPayment } from '#functions/payments/stored-payment.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { notePayment, noteTaskChange } from './note-happenings.ts';
import { sendMessage } from './send-message.ts';
import { draft, everyEntry, taskRoom } from './testing/in-room.ts';
import { listen } from './testing/listen.ts';
import { joinRoom } from './join-room.ts';

const ines = { id: crypto.randomUUID(), name: 'Ines Halvorsen' };

const paymentOf = (taskId: string, change: Partial<NewPayment> = {}): NewPayment =>
  make.payment({
    task: { id: taskId, title: 'Ring resize' },
    amount: 18_050,
    updatedAt: new Date().toISOString(),
    paidOn: '2026-03-02',
    ...change,
  });

const refund = (amount: number, change: Partial<KnownRefund> = {}): KnownRefund =>
  aRefund({ amount, by: ines, at: new Date().toISOString(), ...change });

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
  'what staff ask for is a line, and so is each refund that came through, once however often they are fed',
  withCrm(async (crm) => {
    const { customer, roomId } = await taskRoom(crm);
    const request = { by: ines, at: new Date().toISOString(), dueOn: null };
    const asked = paymentOf(roomId, { status: 'requested', paidOn: null, request });
    const refunds = [refund(3000), refund(500, { by: null }), refund(700, { status: 'failed' })];
    const refunded = { ...asked, status: 'partially-refunded', paidOn: '2026-03-02', refunded: 3500, refunds } as const;
    for (const payment of [asked, asked, refunded, refunded]) await notePayment(crm.system(), { ...payment });

    const lines = (await everyEntry(customer, roomId)).map((entry) => entry.kind === 'line' && entry.happening);
    expect(lines).toMatchObject([
      { what: 'payment-requested', amount: 18_050, by: ines },
      { what: 'paid', amount: 18_050 },
      { what: 'refunded', amount: 3000, by: ines },
      { what: 'refunded', amount: 500, by: null },
    ]);
    expect((await customer.rooms.head(roomId))?.lastLine).toMatchObject({ text: 'A payment was refunded' });
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
