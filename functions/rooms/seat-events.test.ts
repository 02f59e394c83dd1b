import { describe, expect, test } from 'vitest';
import { changeTask } from '#functions/tasks/change-task.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { removeTask } from '#functions/tasks/remove-task.ts';
import { cosmosUsage } from '#functions/testing/cosmos-usage.ts';
import { followFeeds } from '#functions/testing/follow-feeds.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { changeTeam } from './change-team.ts';
import { joinRoom, stopObserving } from './join-room.ts';
import { countUnread, listRooms } from './list-rooms.ts';
import { openTeam } from './open-team.ts';
import { sendMessage } from './send-message.ts';
import { draft, taskRoom } from './testing/in-room.ts';
import { listen, quiet } from './testing/listen.ts';

const idOf = ({ caller }: Work): string => caller.memberId;

test(
  'a new line is told to each member of the room, in a few calls, and to nobody else; what changes nothing is not told',
  withCrm(async (crm) => {
    const { customer, employee, admin, roomId } = await taskRoom(crm);
    await followFeeds(crm, [roomId]);
    const [theirs, ours, others] = await Promise.all([customer, employee, admin].map(listen));
    await sendMessage(customer, roomId, draft('It is ready'));
    await followFeeds(crm, [roomId]);
    await followFeeds(crm, [roomId]);
    for (const [work, listener] of [
      [customer, theirs!],
      [employee, ours!],
      [admin, others!],
    ] as const)
      await quiet(work, idOf(work), listener);
    const told = { kind: 'seat.changed', roomId, lastSeq: 1 };
    const heard = [theirs!, ours!, others!].map((one) => one.heard.filter(({ kind }) => kind === 'seat.changed'));
    expect(heard).toEqual([[told], [told], []]);
    for (const one of [theirs!, ours!, others!]) one.stop();
  }),
);

describe('W4 who is no longer in a room hears nothing more at once', () => {
  /** What the socket of somebody hears who is sent away while it hears the room, of what is said then. */
  async function heardAfter(out: Work, speaker: Work, roomId: string, sendAway: () => Promise<unknown>) {
    const listener = await listen(out);
    await joinRoom(out, roomId, listener.connectionId);
    const before = listener.until('entry.added');
    await sendMessage(speaker, roomId, draft('While they are here'));
    await before;
    await sendAway();
    const heard = listener.heard.length;
    await sendMessage(speaker, roomId, draft('Behind their back'));
    await quiet(out, idOf(out), listener);
    listener.stop();
    return listener.kinds().slice(heard);
  }

  test(
    'taken from a team',
    withCrm(async (crm) => {
      const [ada, ben] = [await crm.work('employee'), await crm.work('employee')];
      const team = { roomId: crypto.randomUUID(), title: 'Fair', memberIds: [idOf(ben)] };
      const { id } = await openTeam(ada, team);
      const sendAway = () => changeTeam(ada, id, { title: 'Fair', memberIds: [idOf(ada)] });
      expect(await heardAfter(ben, ada, id, sendAway)).not.toContain('entry.added');
    }),
  );

  test(
    'who stopped observing',
    withCrm(async (crm) => {
      const { customer, admin, roomId } = await taskRoom(crm);
      const sendAway = () => stopObserving(admin, roomId);
      expect(await heardAfter(admin, customer, roomId, sendAway)).not.toContain('entry.added');
    }),
  );

  test(
    'the customer a task was taken from before anything was said',
    withCrm(async (crm) => {
      const [customer, other, admin] = [
        await crm.work('customer'),
        await crm.work('customer'),
        await crm.work('admin'),
      ];
      const { id, title, description, dueOn, version } = await createTask(customer, make.taskDraft());
      const listener = await listen(customer);
      await joinRoom(customer, id, listener.connectionId);
      const customerId = other.caller.customerId!;
      await changeTask(admin, id, { title, description, dueOn, version, customerId });
      await sendMessage(other, id, draft('Mine now'));
      await quiet(customer, idOf(customer), listener);
      expect(listener.kinds()).not.toContain('entry.added');
      listener.stop();
    }),
  );
});

test(
  'W19 an open room hears that it is gone when its task is deleted',
  withCrm(async (crm) => {
    const { customer, admin, roomId } = await taskRoom(crm);
    const listener = await listen(customer);
    await joinRoom(customer, roomId, listener.connectionId);
    const told = listener.until('room.changed');
    await removeTask(admin, roomId);
    await told;
    expect(listener.heard).toContainEqual({ kind: 'room.changed', roomId });
    listener.stop();
  }),
);

test(
  'W30 the room list is one query and what is unread another, however many rooms and messages there are',
  withCrm(async (crm) => {
    const { customer, employee, roomId } = await taskRoom(crm);
    for (let n = 0; n < 5; n++) await sendMessage(customer, roomId, draft('Hello'));
    await followFeeds(crm, [roomId]);
    const list = await cosmosUsage(() => listRooms(employee, { limit: 50 }));
    const unread = await cosmosUsage(() => countUnread(employee));
    expect([list.operations, unread.operations]).toEqual([['query'], ['query']]);
    expect(list.charge).toBeLessThanOrEqual(5);
    expect(unread.charge).toBeLessThanOrEqual(5);
  }),
);
