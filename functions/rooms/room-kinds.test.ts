import { describe, expect, test } from 'vitest';
import { derivedId } from '#functions/platform/derived-id.ts';
import { createTask } from '#functions/tasks/create-task.ts';
import { followFeeds } from '#functions/testing/follow-feeds.ts';
import { make } from '#functions/testing/make.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { changeTeam } from './change-team.ts';
import { listRooms } from './list-rooms.ts';
import { openDirect } from './open-direct.ts';
import { openSupport } from './open-support.ts';
import { openTeam } from './open-team.ts';
import { readEntries } from './read-entries.ts';
import { sendMessage } from './send-message.ts';
import { draft, everyEntry } from './testing/in-room.ts';

const is = (status: number) => ({ problem: { status } });
const idOf = ({ caller }: Work): string => caller.memberId;
const roomsOf = async (work: Work) => (await listRooms(work, { limit: 50 })).items;
const idsOf = (members: readonly { id: string }[]) => members.map(({ id }) => id);

describe('Q23 a direct room', () => {
  test(
    'is the same for both, whoever opens it, and for nobody else',
    withCrm(async (crm) => {
      const [ada, ben, cleo] = [await crm.work('employee'), await crm.work('admin'), await crm.work('manager')];
      const [one, other] = await Promise.all([openDirect(ada, idOf(ben)), openDirect(ben, idOf(ada))]);
      expect(one.id).toBe(other.id);
      expect(idsOf(one.members).toSorted()).toEqual([idOf(ada), idOf(ben)].toSorted());
      await sendMessage(ada, one.id, draft('Lunch?'));
      await expect(readEntries(cleo, one.id, { limit: 5 })).rejects.toMatchObject(is(404));
      expect(await roomsOf(ben)).toMatchObject([{ roomId: one.id, kind: 'direct' }]);
    }),
  );

  test(
    'is refused with a customer, with nobody and with oneself',
    withCrm(async (crm) => {
      const [ada, customer] = [await crm.work('employee'), await crm.work('customer')];
      for (const id of [idOf(customer), crypto.randomUUID(), idOf(ada)])
        await expect(openDirect(ada, id)).rejects.toMatchObject(is(400));
    }),
  );
});

describe('Q23 a team’s room', () => {
  test(
    'holds whoever opens it and those they name; opened twice it is opened once',
    withCrm(async (crm) => {
      const [ada, ben] = [await crm.work('employee'), await crm.work('employee')];
      const team = { roomId: crypto.randomUUID(), title: 'Autumn fair', memberIds: [idOf(ben)] };
      const [room] = await Promise.all([openTeam(ada, team), openTeam(ada, team)]);
      expect(idsOf(room.members)).toEqual([idOf(ada), idOf(ben)]);
      expect(await openTeam(ada, { ...team, title: 'Another' })).toMatchObject({ title: 'Autumn fair' });
      expect(await roomsOf(ben)).toMatchObject([{ title: 'Autumn fair' }]);
    }),
  );

  test(
    'takes no customer, and no id that is a task’s, another room’s, or one a room will have',
    withCrm(async (crm) => {
      const [ada, ben, cleo] = [await crm.work('employee'), await crm.work('employee'), await crm.work('employee')];
      const customer = await crm.work('customer');
      const task = await createTask(customer, make.taskDraft());
      const team = { roomId: crypto.randomUUID(), title: 'Fair', memberIds: [idOf(ben)] };
      await openTeam(ada, team);
      const taken = [task.id, team.roomId, derivedId('support', customer.caller.customerId!)];
      for (const roomId of taken) await expect(openTeam(cleo, { ...team, roomId })).rejects.toMatchObject(is(409));
      const withCustomer = { ...team, roomId: crypto.randomUUID(), memberIds: [idOf(customer)] };
      await expect(openTeam(ada, withCustomer)).rejects.toMatchObject(is(400));
    }),
  );

  test(
    'says who came and who went; who went reads nothing more, and who is not in it changes nothing',
    withCrm(async (crm) => {
      const [ada, ben, cleo] = [await crm.work('employee'), await crm.work('employee'), await crm.work('employee')];
      const { id } = await openTeam(ada, { roomId: crypto.randomUUID(), title: 'Fair', memberIds: [idOf(ben)] });
      const to = (title: string, people: Work[]) => ({ title, memberIds: people.map(idOf) });
      await expect(changeTeam(cleo, id, to('Mine', [cleo]))).rejects.toMatchObject(is(404));

      const changed = await changeTeam(ada, id, to('Winter fair', [ada, cleo]));
      expect(changed).toMatchObject({ title: 'Winter fair', members: [{ id: idOf(ada) }, { id: idOf(cleo) }] });
      await expect(sendMessage(ben, id, draft('Hello?'))).rejects.toMatchObject(is(404));
      await changeTeam(ada, id, to('Winter fair', [cleo]));
      const lines = await everyEntry(cleo, id);
      expect(lines.map((line) => line.kind === 'line' && [line.happening.what, idIn(line.happening)])).toEqual([
        ['joined', idOf(cleo)],
        ['left', idOf(ben)],
        ['left', idOf(ada)],
      ]);
      await followFeeds(crm, [id]);
      expect([await roomsOf(ada), await roomsOf(ben)]).toEqual([[], []]);
      expect(await roomsOf(cleo)).toMatchObject([{ roomId: id, title: 'Winter fair' }]);
    }),
  );
});

const idIn = (happening: { what: string; who?: { id: string } }) => happening.who?.id;

describe('Q23 a customer’s support thread', () => {
  test(
    'is one for each, seen by leaders and by employees who work on cases, by no other customer and no other employee',
    withCrm(async (crm) => {
      const [admin, manager, employee] = [
        await crm.work('admin'),
        await crm.work('manager'),
        await crm.work('employee'),
      ];
      const caseworker = await withCapability(await crm.work('employee'));
      const [customer, other] = [await crm.work('customer'), await crm.work('customer')];
      const room = await openSupport(customer);
      expect((await openSupport(customer)).id).toBe(room.id);
      expect((await openSupport(other)).id).not.toBe(room.id);
      const expected = [customer, admin, manager, caseworker].map(idOf);
      expect(idsOf(room.members).toSorted()).toEqual(expected.toSorted());

      await sendMessage(customer, room.id, draft('Where is my ring?'));
      await sendMessage(caseworker, room.id, draft('On its way'));
      for (const one of [other, employee])
        await expect(readEntries(one, room.id, { limit: 5 })).rejects.toMatchObject(is(404));
      await followFeeds(crm, [room.id]);
      expect(await roomsOf(manager)).toMatchObject([{ title: customer.caller.name }, {}]);
      expect(await roomsOf(employee)).toEqual([]);
    }),
  );

  test(
    'is in the list no longer of who lost the right to answer',
    withCrm(async (crm) => {
      const caseworker = await withCapability(await crm.work('employee'));
      const customer = await crm.work('customer');
      const room = await openSupport(customer);
      await sendMessage(customer, room.id, draft('Where is my ring?'));
      await followFeeds(crm, [room.id]);
      expect(await roomsOf(caseworker)).toHaveLength(1);
      const member = await caseworker.members.get(idOf(caseworker));
      await caseworker.members.replace({ ...member, capabilities: [] });
      await followFeeds(crm, [room.id]);
      expect(await roomsOf(caseworker)).toEqual([]);
      expect(await roomsOf(customer)).toHaveLength(1);
    }),
  );
});

async function withCapability(work: Work): Promise<Work> {
  const member = await work.members.get(idOf(work));
  await work.members.replace({ ...member, capabilities: ['canWorkCases'] });
  return { ...work, caller: { ...work.caller, capabilities: ['canWorkCases'] } };
}
