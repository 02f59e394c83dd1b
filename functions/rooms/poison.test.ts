import { expect, test } from 'vitest';
import { tellRooms } from '#functions/notifications/tell-rooms.ts';
import { container } from '#functions/platform/cosmos.ts';
import { everyDocument } from '#functions/testing/follow-feeds.ts';
import { lettersOf } from '#functions/testing/letters.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { followMembers } from './follow-members.ts';
import { followTasks } from './follow-tasks.ts';
import { keepAllSeats } from './keep-all-seats.ts';
import { joinRoom } from './join-room.ts';
import { listRooms } from './list-rooms.ts';
import { sendMessage } from './send-message.ts';
import { draft, taskRoom } from './testing/in-room.ts';

/** Two rooms in which something was said; the head of the first is of a shape that nobody reads any more. */
async function poisoned(crm: Crm) {
  const [bad, good] = [await taskRoom(crm), await taskRoom(crm)];
  for (const { customer, roomId } of [bad, good]) await sendMessage(customer, roomId, draft('Hello'));
  const head = { id: 'room', kind: 'room', workspaceId: crm.workspace.id, roomId: bad.roomId, head: { kind: 'old' } };
  await container('rooms').items.upsert(head);
  const reported: unknown[] = [];
  const system = { ...crm.system(), report: (error: unknown) => void reported.push(error) };
  const fed = [...(await everyDocument(crm, bad.roomId)), ...(await everyDocument(crm, good.roomId))];
  return { bad, good, system, fed, reported };
}

test(
  'a room whose head cannot be read is set aside by each feed with the reason, once, and the others go on',
  withCrm(async (crm) => {
    const { bad, good, system, fed, reported } = await poisoned(crm);
    const tasks = [bad, good].map(({ roomId }) => ({ kind: 'task', id: roomId }));
    for (let times = 0; times < 2; times++) {
      await keepAllSeats(system, fed);
      await tellRooms(system, fed);
      await followTasks(system, tasks);
    }

    const letters = await lettersOf(system);
    const said = fed.flatMap((document) => ('text' in document ? [(document as { id?: string }).id] : []));
    expect(letters.map(({ source, documentId }) => `${source} ${documentId}`).toSorted()).toEqual(
      [
        `notifications-rooms ${bad.roomId}.${said[0]}`,
        `notifications-rooms ${bad.roomId}.room`,
        `rooms-follow-tasks ${bad.roomId}`,
        `rooms-keep-seats ${bad.roomId}`,
      ].toSorted(),
    );
    expect(letters.filter(({ reason }) => reason === '')).toEqual([]);
    expect(reported).toHaveLength(8);
    expect((await listRooms(good.employee, { limit: 5 })).items).toMatchObject([{ roomId: good.roomId, unread: 1 }]);
    expect(await good.employee.notifications.unreadSubjects(good.employee.caller.memberId)).toBe(1);
  }),
);

test(
  'W4 a room that cannot be read keeps nobody in the others who leads no more',
  withCrm(async (crm) => {
    const { bad, good, system, fed } = await poisoned(crm);
    const manager = await crm.work('manager');
    const { memberId: id, name, role } = manager.caller;
    await system.rooms.changeHead(good.roomId, (head) => ({
      ...head!,
      members: [...head!.members, { id, name, role, as: 'observer' }],
    }));
    await keepAllSeats(system, [...fed, ...(await everyDocument(crm, good.roomId))]);
    const seats = { ...system.seats, roomsEverOf: async () => [bad.roomId, good.roomId] };
    await manager.members.replace({ ...(await manager.members.get(id)), role: 'employee' });
    await followMembers({ ...system, seats }, [{ kind: 'member', id }]);
    expect((await system.rooms.head(good.roomId))!.former).toEqual([id]);
  }),
);

test(
  'somebody whose choices cannot be read keeps nobody else from what is told to all',
  withCrm(async (crm) => {
    const { good, system } = await poisoned(crm);
    const manager = await crm.work('manager');
    const { workspaceId, memberId } = good.employee.caller;
    await container('notifications').items.upsert({
      id: 'settings',
      workspaceId,
      memberId,
      settings: { digest: 'never' },
    });
    await joinRoom(manager, good.roomId, 'a-connection');
    await sendMessage(good.customer, good.roomId, draft('Hello', { mentions: [memberId, manager.caller.memberId] }));
    await tellRooms(system, await everyDocument(crm, good.roomId));
    expect(await manager.notifications.unreadSubjects(manager.caller.memberId)).toBe(1);
    expect((await lettersOf(system)).map(({ source }) => source)).toEqual(['notifications-tell', 'notifications-tell']);
  }),
);

test(
  'a failing store is not swallowed: the feed has to bring the batch again',
  withCrm(async (crm) => {
    const { good, system } = await poisoned(crm);
    const fed = await everyDocument(crm, good.roomId);
    const head = async (): Promise<never> => {
      throw Object.assign(new Error('Too many requests'), { code: 429 });
    };
    const failing = { ...system, rooms: { ...system.rooms, head } };
    await expect(keepAllSeats(failing, fed)).rejects.toThrow('Too many requests');
    await expect(tellRooms(failing, fed)).rejects.toThrow('Too many requests');
    expect(await lettersOf(system)).toEqual([]);
  }),
);
