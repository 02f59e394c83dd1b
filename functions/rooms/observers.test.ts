import { expect, test } from 'vitest';
import { listRooms } from './list-rooms.ts';
import { followFeeds } from '#functions/testing/follow-feeds.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { assignTask } from '#functions/tasks/assign-task.ts';
import { joinRoom, stopObserving } from './join-room.ts';
import { readEntries } from './read-entries.ts';
import { sendMessage } from './send-message.ts';
import { draft, everyEntry, taskRoom } from './testing/in-room.ts';

const is = (status: number) => ({ problem: { status } });
const join = (work: Work, roomId: string) => joinRoom(work, roomId, 'a-connection');
const linesIn = async (work: Work, roomId: string) =>
  (await everyEntry(work, roomId)).flatMap((entry) => (entry.kind === 'line' ? [entry.happening] : []));
const audited = async (work: Work) =>
  (await work.audit.newest({ limit: 20 })).filter(({ action }) => action === 'room-observed');

test(
  'Q24 a leader who is no party of a task reads and speaks in its room only once announced and audited, once',
  withCrm(async (crm) => {
    const { customer, admin, roomId } = await taskRoom(crm);
    await expect(readEntries(admin, roomId, { limit: 50 })).rejects.toMatchObject(is(409));
    await expect(sendMessage(admin, roomId, draft('Psst'))).rejects.toMatchObject(is(409));
    expect(await linesIn(customer, roomId)).toEqual([]);

    const room = await join(admin, roomId);
    await join(admin, roomId);
    expect(room.members.at(-1)).toMatchObject({ id: admin.caller.memberId, as: 'observer' });
    await sendMessage(admin, roomId, draft('May I help?'));
    expect(await linesIn(customer, roomId)).toMatchObject([
      { what: 'joined', as: 'observer', who: { name: admin.caller.name, role: 'admin' } },
    ]);
    expect(await audited(admin)).toMatchObject([
      { by: { memberId: admin.caller.memberId }, on: { kind: 'room', id: roomId, name: 'Ring resize, N to P' } },
    ]);
    await followFeeds(crm, [roomId]);
    expect((await listRooms(admin, { limit: 5 })).items).toMatchObject([{ roomId, as: 'observer' }]);
  }),
);

test(
  'an observer who goes is announced, and reads nothing more; twice is once',
  withCrm(async (crm) => {
    const { customer, admin, roomId } = await taskRoom(crm);
    await join(admin, roomId);
    await stopObserving(admin, roomId);
    await stopObserving(admin, roomId);
    expect((await linesIn(customer, roomId)).map(({ what }) => what)).toEqual(['joined', 'left']);
    await expect(readEntries(admin, roomId, { limit: 50 })).rejects.toMatchObject(is(409));
    await followFeeds(crm, [roomId]);
    expect((await listRooms(admin, { limit: 5 })).items).toEqual([]);
    await expect(stopObserving(customer, roomId)).rejects.toMatchObject(is(409));

    await join(admin, roomId);
    expect((await linesIn(customer, roomId)).map(({ what }) => what)).toEqual(['joined', 'left', 'joined']);
    expect(await audited(admin)).toHaveLength(2);
  }),
);

test(
  'who leads no more looks on no more',
  withCrm(async (crm) => {
    const { customer, roomId } = await taskRoom(crm);
    const manager = await crm.work('manager');
    await join(manager, roomId);
    await followFeeds(crm, [roomId]);
    const member = await manager.members.get(manager.caller.memberId);
    await manager.members.replace({ ...member, role: 'employee' });
    await followFeeds(crm, [roomId]);
    expect((await linesIn(customer, roomId)).map(({ what }) => what)).toEqual(['joined', 'left']);
    expect((await listRooms(manager, { limit: 5 })).items).toEqual([]);
  }),
);

test(
  'W4 nobody else joins a task’s room: another customer, another employee, who had it before',
  withCrm(async (crm) => {
    const { employee, admin, roomId } = await taskRoom(crm);
    const [nils, stranger] = [await crm.work('employee'), await crm.work('customer')];
    for (const one of [nils, stranger]) await expect(join(one, roomId)).rejects.toMatchObject(is(404));
    const { version } = await admin.tasks.get(roomId);
    await assignTask(admin, roomId, { employeeId: nils.caller.memberId, version });
    await expect(join(employee, roomId)).rejects.toMatchObject(is(404));
    expect(await join(nils, roomId)).toMatchObject({ id: roomId });
  }),
);
