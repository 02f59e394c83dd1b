import { describe, expect, test } from 'vitest';
import { editMessage } from '#functions/rooms/edit-message.ts';
import { keepSeats } from '#functions/rooms/keep-seats.ts';
import { muteRoom } from '#functions/rooms/mute-room.ts';
import { removeMessage } from '#functions/rooms/remove-message.ts';
import { sendMessage } from '#functions/rooms/send-message.ts';
import { assignTask } from '#functions/tasks/assign-task.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { markRead } from './mark-read.ts';
import { aTaskRoom } from './testing/a-task-room.ts';
import { at, bellOf, draft, feedRoom, minutesFromNow } from './testing/fed.ts';

/** Changes the room's head as the use case that would does. */
const alter = (crm: Crm, roomId: string, change: (head: NonNullable<Head>) => NonNullable<Head>) =>
  crm.system().rooms.changeHead(roomId, (head) => change(head!));
type Head = Awaited<ReturnType<Work['rooms']['head']>>;

const observing = ({ caller }: Work) => ({
  id: caller.memberId,
  name: caller.name,
  role: caller.role,
  as: 'observer' as const,
});

test(
  'F192, F258 a message is told to the others of the room, once, with who said what and when',
  withCrm(async (crm) => {
    const { customer, employee, admin, roomId } = await aTaskRoom(crm);
    const said = await sendMessage(customer, roomId, draft('Is the claw safe?'));
    for (let times = 0; times < 3; times++) await feedRoom(crm.system(), roomId);

    expect(await bellOf(employee)).toMatchObject([
      {
        kind: 'message',
        on: { kind: 'task', id: roomId, title: 'Ring resize' },
        by: customer.caller.name,
        text: 'Is the claw safe?',
        at: said.sentAt,
        readAt: null,
      },
    ]);
    expect(await employee.notifications.unreadSubjects(employee.caller.memberId)).toBe(1);
    expect(await bellOf(customer)).toEqual([]);
    expect(await bellOf(admin)).toEqual([]);
  }),
);

test(
  'F259 whoever is named hears of a mention, an observer of nothing else',
  withCrm(async (crm) => {
    const { customer, employee, admin, roomId } = await aTaskRoom(crm);
    await sendMessage(customer, roomId, draft('Hello'));
    await alter(crm, roomId, (head) => ({ ...head, members: [...head.members, observing(admin)] }));
    const mentions = [employee.caller.memberId, admin.caller.memberId];
    await sendMessage(customer, roomId, draft('Look, both of you', { mentions }));
    await feedRoom(crm.system(), roomId);

    expect((await bellOf(employee)).map(({ kind }) => kind).toSorted()).toEqual(['mention', 'message']);
    expect(await bellOf(admin)).toMatchObject([{ kind: 'mention', text: 'Look, both of you' }]);
  }),
);

test(
  'a muted room rings only for who is named',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await aTaskRoom(crm);
    await sendMessage(employee, roomId, draft('I begin today'));
    await keepSeats(crm.system(), roomId, (await customer.rooms.head(roomId))!);
    await muteRoom(employee, roomId, true);
    await sendMessage(customer, roomId, draft('Not for a muted one'));
    await sendMessage(customer, roomId, draft('For you', { mentions: [employee.caller.memberId] }));
    await feedRoom(crm.system(), roomId);
    expect(await bellOf(employee)).toMatchObject([{ kind: 'mention', text: 'For you' }]);
  }),
);

describe('what was read', () => {
  test(
    'in the room before the feed came by is never told',
    withCrm(async (crm) => {
      const { customer, employee, roomId } = await aTaskRoom(crm);
      await sendMessage(customer, roomId, draft('Hello'));
      await sendMessage(employee, roomId, draft('I am here'));
      await feedRoom(crm.system(), roomId);
      expect(await bellOf(employee)).toEqual([]);
    }),
  );

  test(
    'in the room later is read in the bell as well, and what came after it is not',
    withCrm(async (crm) => {
      const { customer, employee, roomId } = await aTaskRoom(crm);
      await sendMessage(customer, roomId, draft('First'));
      await feedRoom(crm.system(), roomId);
      await sendMessage(employee, roomId, draft('An answer'));
      await sendMessage(customer, roomId, draft('Second'));
      await feedRoom(crm.system(), roomId);
      expect((await bellOf(employee)).map(({ text, readAt }) => [text, readAt !== null])).toEqual([
        ['Second', false],
        ['First', true],
      ]);
    }),
  );

  test(
    'in the bell stays read when the feed brings it again',
    withCrm(async (crm) => {
      const { customer, employee, roomId } = await aTaskRoom(crm);
      await sendMessage(customer, roomId, draft('Hello'));
      await feedRoom(crm.system(), roomId);
      await markRead(employee, { subjectId: crypto.randomUUID() });
      expect(await bellOf(employee)).toMatchObject([{ readAt: null }]);
      await markRead(employee, { subjectId: roomId });
      await feedRoom(crm.system(), roomId);
      expect(await bellOf(employee)).toMatchObject([{ readAt: expect.any(String) }]);
      expect(await employee.notifications.unreadSubjects(employee.caller.memberId)).toBe(0);
    }),
  );
});

test(
  'words that were taken back are in nobody’s bell, and mended ones are mended there',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await aTaskRoom(crm);
    const [wrong, secret] = [draft('Rnig'), draft('My password is 1234')];
    for (const each of [wrong, secret]) await sendMessage(customer, roomId, each);
    await feedRoom(crm.system(), roomId);
    await editMessage(customer, { roomId, messageId: wrong.messageId }, { text: 'Ring', mentions: [] });
    await removeMessage(customer, { roomId, messageId: secret.messageId });
    await feedRoom(crm.system(), roomId);
    expect((await bellOf(employee)).map(({ text }) => text)).toEqual(['Ring']);
  }),
);

test(
  'words that were taken back after months are in nobody’s bell either',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await aTaskRoom(crm);
    const secret = draft('My password is 1234');
    await sendMessage(customer, roomId, secret);
    await feedRoom(crm.system(), roomId);
    const later = minutesFromNow(30 * 24 * 60);
    await removeMessage({ ...customer, now: () => later }, { roomId, messageId: secret.messageId });
    await feedRoom(at(crm, later), roomId);
    expect(await bellOf(employee)).toEqual([]);
  }),
);

test(
  'mended words are mended for who was named in the old ones and is not in the new ones',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await aTaskRoom(crm);
    const wrong = draft('The code is 1234', { mentions: [employee.caller.memberId] });
    await sendMessage(customer, roomId, wrong);
    await feedRoom(crm.system(), roomId);
    await editMessage(customer, { roomId, messageId: wrong.messageId }, { text: 'Never mind', mentions: [] });
    await feedRoom(crm.system(), roomId);
    expect(await bellOf(employee)).toMatchObject([{ kind: 'message', text: 'Never mind' }]);
  }),
);

test(
  'W4 who leads no more is told nothing of the rooms that still name them',
  withCrm(async (crm) => {
    const { customer, roomId } = await aTaskRoom(crm);
    const manager = await crm.work('manager');
    await sendMessage(customer, roomId, draft('Hello'));
    await alter(crm, roomId, (head) => ({ ...head, members: [...head.members, observing(manager)] }));
    await sendMessage(customer, roomId, draft('Between us', { mentions: [manager.caller.memberId] }));
    const member = await manager.members.get(manager.caller.memberId);
    await manager.members.replace({ ...member, role: 'employee' });
    await feedRoom(crm.system(), roomId);
    expect(await bellOf(manager)).toEqual([]);
  }),
);

test(
  'W4 whoever no longer has the task loses the words said in its room, and hears no new ones',
  withCrm(async (crm) => {
    const { customer, employee, admin, task, roomId } = await aTaskRoom(crm);
    const nils = await crm.work('employee');
    await sendMessage(customer, roomId, draft('For Tomas'));
    await feedRoom(crm.system(), roomId);
    await assignTask(admin, roomId, { employeeId: nils.caller.memberId, version: task.version });
    await sendMessage(customer, roomId, draft('For Nils'));
    await feedRoom(crm.system(), roomId);
    expect((await bellOf(employee)).map(({ text }) => text)).toEqual([]);
    expect((await bellOf(nils)).map(({ text }) => text)).toContain('For Nils');
  }),
);

test(
  'F172 of a deleted task no words stay in anybody’s bell, however long it was silent',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await aTaskRoom(crm);
    await sendMessage(customer, roomId, draft('Hello'));
    await feedRoom(crm.system(), roomId);
    expect(await bellOf(employee)).toHaveLength(1);
    await alter(crm, roomId, (head) => ({ ...head, deletedAt: new Date().toISOString() }));
    await feedRoom(at(crm, minutesFromNow(25 * 60)), roomId);
    expect(await bellOf(employee)).toEqual([]);
  }),
);

test(
  'what is older than a day is told to nobody: a new feed begins with the first document',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await aTaskRoom(crm);
    await sendMessage(customer, roomId, draft('Long ago'));
    await feedRoom(at(crm, minutesFromNow(25 * 60)), roomId);
    expect(await bellOf(employee)).toEqual([]);
  }),
);

test(
  'F259 all about one record, or everything, is marked as read at once',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await aTaskRoom(crm);
    for (const text of ['one', 'two', 'three']) await sendMessage(customer, roomId, draft(text));
    await feedRoom(crm.system(), roomId);
    expect(await employee.notifications.unreadSubjects(employee.caller.memberId)).toBe(1);
    await markRead(employee, {});
    expect((await bellOf(employee)).every(({ readAt }) => readAt !== null)).toBe(true);
  }),
);
