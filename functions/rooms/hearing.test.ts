import { once } from 'node:events';
import { WebPubSubServiceClient } from '@azure/web-pubsub';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { groups } from '#domain/realtime/event.ts';
import { socketAddressFor } from '#functions/platform/pubsub.ts';
import { assignTask } from '#functions/tasks/assign-task.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { visitOf, workFor } from '#functions/work.ts';
import { joinRoom, leaveRoom } from './join-room.ts';
import { moveReceipt } from './move-receipt.ts';
import { reactToMessage } from './react-to-message.ts';
import { sayTyping } from './say-typing.ts';
import { sendMessage } from './send-message.ts';
import { draft, everyEntry, taskRoom, wordsIn } from './testing/in-room.ts';
import { listen, quiet } from './testing/listen.ts';

afterEach(() => void vi.restoreAllMocks());

test(
  'F176 F177 F178 who joins a room hears what is said in it from then on, and nobody else does',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    const [theirs, ours] = [await listen(customer), await listen(employee)];
    await joinRoom(employee, roomId, ours.connectionId);
    const said = ours.until('entry.added');
    const message = await sendMessage(customer, roomId, draft('It is ready'));
    await said;
    expect(ours.heard.at(-1)).toEqual({ kind: 'entry.added', roomId, entry: message });

    await quiet(customer, customer.caller.memberId, theirs);
    expect(theirs.kinds()).not.toContain('entry.added');
    for (const { stop } of [theirs, ours]) stop();
  }),
);

describe('W4 a forged room join', () => {
  test(
    'is refused to somebody who is not in the room, by whatever way they ask',
    withCrm(async (crm) => {
      const { customer, roomId } = await taskRoom(crm);
      const stranger = await crm.work('customer');
      const listener = await listen(stranger);
      expect(await refusalOf(joinRoom(stranger, roomId, listener.connectionId))).toMatchObject({ status: 404 });
      const group = groups.room(crm.workspace.id, roomId);
      await expect(listener.client.joinGroup(group)).rejects.toMatchObject({ errorDetail: { name: 'Forbidden' } });
      await expect(listener.client.sendToGroup(group, { kind: 'typing' }, 'json')).rejects.toMatchObject({
        errorDetail: { name: 'Forbidden' },
      });

      await sendMessage(customer, roomId, draft('Only for us'));
      await quiet(stranger, stranger.caller.memberId, listener);
      expect(listener.kinds()).toEqual(['member.verified']);
      listener.stop();
    }),
  );

  test.each([
    ['another’s connection', (id: string) => id],
    ['a filter in place of one', (id: string) => `x' or connectionId eq '${id}`],
    ['a filter that fits everybody', () => `x' or userId ne '`],
  ])('with %s puts nobody in', (_, naming) =>
    withCrm(async (crm) => {
      const { customer, roomId } = await taskRoom(crm);
      const stranger = await crm.work('customer');
      const listener = await listen(stranger);
      await joinRoom(customer, roomId, naming(listener.connectionId));
      await sendMessage(customer, roomId, draft('Only for us'));
      await quiet(stranger, stranger.caller.memberId, listener);
      expect(listener.kinds()).toEqual(['member.verified']);
      listener.stop();
    })(),
  );
});

test(
  'W28 F180 leaving on one connection takes nothing from the other one of the same person, nor from anybody else',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    const [first, second, other] = [await listen(employee), await listen(employee), await listen(customer)];
    await joinRoom(employee, roomId, first.connectionId);
    await joinRoom(employee, roomId, second.connectionId);
    await joinRoom(customer, roomId, other.connectionId);
    await leaveRoom(employee, roomId, first.connectionId);
    // Nor by naming what is not one's own.
    await leaveRoom(employee, roomId, other.connectionId);

    const heard = [second, other].map((listener) => listener.until('entry.added'));
    await sendMessage(customer, roomId, draft('Still there?'));
    await Promise.all(heard);
    await quiet(employee, employee.caller.memberId, first);
    expect(first.kinds()).not.toContain('entry.added');
    for (const { stop } of [first, second, other]) stop();
  }),
);

test(
  'W4 W18 who had the task before hears nothing more of its room at once, on no connection; what was said stays',
  withCrm(async (crm) => {
    const { customer, employee: tomas, admin, roomId } = await taskRoom(crm);
    const nils = await crm.work('employee');
    await sendMessage(customer, roomId, draft('For Tomas'));
    const before = [await listen(tomas), await listen(tomas)];
    for (const { connectionId } of before) await joinRoom(tomas, roomId, connectionId);
    const { version } = await admin.tasks.get(roomId);
    await assignTask(admin, roomId, { employeeId: nils.caller.memberId, version });

    await sendMessage(customer, roomId, draft('Only for Nils'));
    for (const listener of before) {
      await quiet(tomas, tomas.caller.memberId, listener);
      expect(listener.heard.filter((event) => event.kind === 'entry.added' && event.entry.kind === 'message')).toEqual(
        [],
      );
      expect(await refusalOf(joinRoom(tomas, roomId, listener.connectionId))).toMatchObject({ status: 404 });
      listener.stop();
    }
    expect(await wordsIn(crm.system(), roomId)).toEqual(['For Tomas', 'Only for Nils']);
  }),
);

test(
  'W5 the sender is who is signed in, and no event carries more of anybody than name and role',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    const listener = await listen(employee);
    await joinRoom(employee, roomId, listener.connectionId);
    const until = ['entry.added', 'entry.changed', 'receipt.changed', 'typing'] as const;
    const all = until.map((kind) => listener.until(kind));
    const forged = {
      ...draft('It was not me'),
      sender: { id: employee.caller.memberId, name: 'Tomas', role: 'admin' },
    };
    const message = await sendMessage(customer, roomId, forged);
    await reactToMessage(customer, { roomId, messageId: message.id }, { emoji: '🙂', on: true });
    await moveReceipt(employee, roomId, { read: 1 });
    await sayTyping(customer, roomId);
    await Promise.all(all);

    const { memberId, name, accountId, sessionId } = customer.caller;
    const entry = listener.heard.flatMap((event) => (event.kind === 'entry.added' ? [event.entry] : []))[0]!;
    expect(entry).toMatchObject({ sender: { id: memberId, name, role: 'customer' } });
    const { email } = await customer.members.get(memberId);
    for (const secret of [email, accountId, sessionId, 'password', 'hash', '@example.com'])
      expect(JSON.stringify(listener.heard)).not.toContain(secret);
    listener.stop();
  }),
);

test(
  'F190 that somebody types is told to the room and not kept; the others’ view of it is the sender’s own id',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    const listener = await listen(employee);
    await joinRoom(employee, roomId, listener.connectionId);
    const typing = listener.until('typing');
    await sayTyping(customer, roomId);
    await typing;
    expect(listener.heard.at(-1)).toEqual({ kind: 'typing', roomId, memberId: customer.caller.memberId });
    expect(await everyEntry(crm.system(), roomId)).toEqual([]);
    const stranger = await crm.work('employee');
    expect(await refusalOf(sayTyping(stranger, roomId))).toMatchObject({ status: 404 });
    listener.stop();
  }),
);

test(
  'F192 what could not be told is stored all the same, and reported',
  withCrm(async (crm) => {
    const { customer, roomId } = await taskRoom(crm);
    const reported: unknown[] = [];
    const work = workFor(
      customer.caller,
      visitOf(new Headers(), (error) => void reported.push(error)),
    );
    const away = { sendToAll: () => Promise.reject(new Error('The service is away')) };
    vi.spyOn(WebPubSubServiceClient.prototype, 'group').mockReturnValue(away as never);
    await sendMessage(work, roomId, draft('Nobody hears this'));
    expect(await wordsIn(crm.system(), roomId)).toEqual(['Nobody hears this']);
    expect(reported).toHaveLength(1);
  }),
);

test(
  'W2 what a socket sends, empty or senseless, reaches nobody and ends nothing',
  withCrm(async (crm) => {
    const [admin, employee] = [await crm.work('admin'), await crm.work('employee')];
    const group = groups.workspace(crm.workspace.id);
    const hearing = await listen(employee);
    const data = { kind: 'tasks.changed', taskId: crypto.randomUUID() };
    const sent: unknown[] = [
      null,
      {},
      { type: 'event' },
      { type: 'event', event: 'message', dataType: 'json', data: null },
      { type: 'sendToGroup', group },
      { type: 'sendToGroup', group, dataType: 'json', data },
      { type: 'joinGroup', group: groups.staff(crm.workspace.id) },
    ];
    for (const text of ['', '{', ...sent.map((frame) => JSON.stringify(frame))]) {
      const socket = new WebSocket(await socketAddressFor(admin.caller), 'json.webpubsub.azure.v1');
      await once(socket, 'message');
      const closed = once(socket, 'close');
      socket.send(text);
      socket.close();
      await closed;
    }
    await quiet(admin, employee.caller.memberId, hearing);
    expect(hearing.kinds()).toEqual(['member.verified']);
    hearing.stop();
  }),
);
