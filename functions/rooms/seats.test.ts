import { describe, expect, test } from 'vitest';
import { RoomKind } from '#domain/rooms/room.ts';
import { changeProfile } from '#functions/profile/change-profile.ts';
import { assignTask, unassignTask } from '#functions/tasks/assign-task.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { followFeeds } from '#functions/testing/follow-feeds.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { countUnread, listRooms } from './list-rooms.ts';
import { moveReceipt } from './move-receipt.ts';
import { muteRoom } from './mute-room.ts';
import { openDirect } from './open-direct.ts';
import { openTeam } from './open-team.ts';
import { sendMessage } from './send-message.ts';
import { draft, everyEntry, taskRoom, wordsIn } from './testing/in-room.ts';

const seatsOf = async (work: Work, asked: { q?: string; kind?: RoomKind[] } = {}) =>
  (await listRooms(work, { limit: 50, ...asked })).items;

test(
  'F166 a task’s room is in the lists of its customer and its employee before anything was said in it',
  withCrm(async (crm) => {
    const { customer, employee, admin, roomId } = await taskRoom(crm);
    await followFeeds(crm, [roomId]);
    const expected = { roomId, kind: 'task', title: 'Ring resize, N to P', as: 'member', unread: 0, lastLine: null };
    expect(await seatsOf(customer)).toMatchObject([expected]);
    expect(await seatsOf(employee)).toMatchObject([expected]);
    expect(await seatsOf(admin)).toEqual([]);
  }),
);

test(
  'W20 a task without an employee has a room that works',
  withCrm(async (crm) => {
    const customer = await crm.work('customer');
    const { id } = await createTask(customer, make.taskDraft());
    await sendMessage(customer, id, draft('Is anybody there?'));
    await followFeeds(crm, [id]);
    expect(await seatsOf(customer)).toMatchObject([
      { roomId: id, lastSeq: 1, members: [{ id: customer.caller.memberId }] },
    ]);
  }),
);

test(
  'W18 a task that goes to somebody else keeps all that was said; who had it has no seat left, who has it reads it all',
  withCrm(async (crm) => {
    const { customer, employee, admin, roomId } = await taskRoom(crm);
    const nils = await crm.work('employee');
    for (const text of ['one', 'two']) await sendMessage(customer, roomId, draft(text));
    await followFeeds(crm, [roomId]);
    const { version } = await admin.tasks.get(roomId);
    await assignTask(admin, roomId, { employeeId: nils.caller.memberId, version });
    await followFeeds(crm, [roomId]);

    expect(await wordsIn(nils, roomId)).toEqual(['one', 'two']);
    expect(await seatsOf(nils)).toMatchObject([{ roomId, unread: 2 }]);
    expect(await seatsOf(employee)).toEqual([]);
    await expect(sendMessage(employee, roomId, draft('Still me?'))).rejects.toMatchObject({ problem: { status: 404 } });
    await sendMessage(customer, roomId, draft('three'));
    expect((await crm.system().rooms.head(roomId))?.members.map(({ id }) => id)).not.toContain(
      employee.caller.memberId,
    );
  }),
);

test(
  'a task taken from its employee and given back leaves the room as it was',
  withCrm(async (crm) => {
    const { customer, employee, admin, roomId } = await taskRoom(crm);
    await sendMessage(employee, roomId, draft('On it'));
    const { version } = await admin.tasks.get(roomId);
    const free = await unassignTask(admin, roomId, { version });
    await followFeeds(crm, [roomId]);
    expect(await seatsOf(employee)).toEqual([]);
    await assignTask(admin, roomId, { employeeId: employee.caller.memberId, version: free.version });
    await followFeeds(crm, [roomId]);
    expect(await seatsOf(employee)).toMatchObject([{ roomId, unread: 0 }]);
    expect(await wordsIn(customer, roomId)).toEqual(['On it']);
  }),
);

describe('the room list', () => {
  test(
    'has the newest line first, page by page, and finds by title and by the others’ names',
    withCrm(async (crm) => {
      const [ada, ben, cleo] = [await crm.work('employee'), await crm.work('manager'), await crm.work('employee')];
      const rooms = [];
      for (const title of ['Window display', 'Autumn fair', 'Stock count']) {
        const team = { roomId: crypto.randomUUID(), title, memberIds: [ben.caller.memberId] };
        rooms.push((await openTeam(ada, team)).id);
      }
      const direct = await openDirect(ada, ben.caller.memberId);
      for (const id of [rooms[1]!, direct.id, rooms[0]!]) await sendMessage(ben, id, draft('Hello'));
      await followFeeds(crm, [...rooms, direct.id]);

      const inOrder = [rooms[0], direct.id, rooms[1], rooms[2]];
      expect((await seatsOf(ada)).map(({ roomId }) => roomId)).toEqual(inOrder);
      const first = await listRooms(ada, { limit: 3 });
      const next = await listRooms(ada, { limit: 3, cursor: first.nextCursor! });
      expect([...first.items, ...next.items].map(({ roomId }) => roomId)).toEqual(inOrder);

      expect((await seatsOf(ada, { q: 'autu' })).map(({ roomId }) => roomId)).toEqual([rooms[1]]);
      expect(await seatsOf(ada, { q: 'manager' })).toHaveLength(4);
      expect(await seatsOf(ada, { q: 'employee' })).toEqual([]);
      expect((await seatsOf(ada, { kind: ['direct'] })).map(({ roomId }) => roomId)).toEqual([direct.id]);
      expect(await seatsOf(cleo)).toEqual([]);
    }),
  );

  test(
    'counts rooms with something unread; a muted one counts only where one is named',
    withCrm(async (crm) => {
      const { customer, employee, roomId } = await taskRoom(crm);
      const employeeId = employee.caller.memberId;
      await followFeeds(crm, [roomId]);
      const unread = async () => {
        await followFeeds(crm, [roomId]);
        return (await countUnread(employee)).rooms;
      };
      expect(await unread()).toBe(0);
      await sendMessage(customer, roomId, draft('one'));
      expect(await unread()).toBe(1);
      await muteRoom(employee, roomId, true);
      expect(await unread()).toBe(0);
      await sendMessage(customer, roomId, draft('You there?', { mentions: [employeeId] }));
      expect(await unread()).toBe(1);
      expect(await seatsOf(employee)).toMatchObject([{ isMuted: true, isMentioned: true, unread: 2 }]);
      await moveReceipt(employee, roomId, { read: 2 });
      expect(await unread()).toBe(0);
      expect(await seatsOf(employee)).toMatchObject([{ isMuted: true, isMentioned: false, unread: 0 }]);
    }),
  );
});

test(
  'F138 a new name is in the lists of the others, and a room is found by it',
  withCrm(async (crm) => {
    const [ada, ben] = [await crm.work('employee'), await crm.work('employee')];
    const { id } = await openDirect(ada, ben.caller.memberId);
    const { age, version } = await ben.members.get(ben.caller.memberId);
    await changeProfile(ben, { name: 'Benedikte Lind', age: age ?? 30, version });
    await followFeeds(crm, [id]);
    expect(await seatsOf(ada, { q: 'benedikte' })).toMatchObject([{ roomId: id }]);
  }),
);

describe('somebody who is not what they were', () => {
  test(
    'leaves teams when deleted, and the room says so; who was alone with them keeps the talk',
    withCrm(async (crm) => {
      const [ada, ben] = [await crm.work('employee'), await crm.work('employee')];
      const direct = await openDirect(ada, ben.caller.memberId);
      const memberIds = [ben.caller.memberId];
      const team = await openTeam(ada, { roomId: crypto.randomUUID(), title: 'Fair', memberIds });
      await followFeeds(crm, [direct.id, team.id]);
      const member = await ben.members.get(ben.caller.memberId);
      await ben.members.replace({ ...member, deletedAt: new Date().toISOString() });
      await followFeeds(crm, [direct.id, team.id]);
      await followFeeds(crm, [direct.id, team.id]);

      const membersIn = async (id: string) => (await crm.system().rooms.head(id))!.members.length;
      expect([await membersIn(direct.id), await membersIn(team.id)]).toEqual([2, 1]);
      expect(await everyEntry(ada, team.id)).toMatchObject([{ happening: { what: 'left', as: 'member' } }]);
    }),
  );

  test(
    'has no colleagues’ rooms in the list as a customer',
    withCrm(async (crm) => {
      const [ada, ben] = [await crm.work('employee'), await crm.work('employee')];
      const { id } = await openDirect(ada, ben.caller.memberId);
      await sendMessage(ada, id, draft('Between us'));
      await followFeeds(crm, [id]);
      const member = await ben.members.get(ben.caller.memberId);
      await ben.members.replace({ ...member, role: 'customer' });
      await followFeeds(crm, [id]);
      expect(await seatsOf(ben)).toEqual([]);
    }),
  );
});

test(
  'a batch that comes late or many times over at once leaves the seats as they are',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    for (const text of ['one', 'two', 'three']) await sendMessage(customer, roomId, draft(text));
    await Promise.all(Array.from({ length: 5 }, () => followFeeds(crm, [roomId])));
    expect(await seatsOf(employee)).toMatchObject([{ roomId, lastSeq: 3, unread: 3 }]);
    expect(await seatsOf(customer)).toMatchObject([{ roomId, lastSeq: 3, unread: 0 }]);
  }),
);
