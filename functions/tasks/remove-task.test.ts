import { CosmosClient } from '@azure/cosmos';
import { expect, inject, test } from 'vitest';
import { listRooms } from '#functions/rooms/list-rooms.ts';
import { readRoom } from '#functions/rooms/read-room.ts';
import { sendMessage } from '#functions/rooms/send-message.ts';
import { draft } from '#functions/rooms/testing/in-room.ts';
import { followFeeds } from '#functions/testing/follow-feeds.ts';
import { make } from '#functions/testing/make.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { assignTask } from './assign-task.ts';
import { createTask } from './create-task.ts';
import { countTasks, listDeletedTasks, listTasks } from './list-tasks.ts';
import { purgeDeleted } from './purge-deleted.ts';
import { readHistory, readTask } from './read-task.ts';
import { removeTask, restoreTask } from './remove-task.ts';

const is = (status: number) => ({ problem: { status } });
const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const fail = (error: unknown): void => {
  throw error;
};

/** A task with an employee and a message in its room, with everybody's seats. */
async function talkedAbout(crm: Crm) {
  const [customer, employee, admin] = [await crm.work('customer'), await crm.work('employee'), await crm.work('admin')];
  const { id, version } = await createTask(customer, make.taskDraft());
  const task = await assignTask(admin, id, { employeeId: employee.caller.memberId, version });
  await sendMessage(customer, id, draft('Is the claw safe?'));
  await followFeeds(crm, [id]);
  return { customer, employee, admin, task };
}

const seatsOf = async (work: Parameters<typeof listRooms>[0]) => (await listRooms(work, { limit: 50 })).items;

async function leftOf(crm: Crm, taskId: string): Promise<unknown[]> {
  const database = new CosmosClient(inject('settings')['COSMOS']!).database('crm');
  const room = { partitionKey: [crm.workspace.id, taskId] };
  const ofRoom = await database.container('rooms').items.query('SELECT * FROM c', room).fetchAll();
  const tasks = database.container('tasks').items;
  const ofTask = await tasks.query('SELECT * FROM c', { partitionKey: crm.workspace.id }).fetchAll();
  return [...ofRoom.resources, ...ofTask.resources];
}

test(
  'F172, W19 a deleted task and its room are gone at once for everybody, and come back as they were',
  withCrm(async (crm) => {
    const { customer, employee, admin, task } = await talkedAbout(crm);
    await expect(removeTask(admin, crypto.randomUUID())).rejects.toMatchObject(is(404));
    const gone = await removeTask(admin, task.id);
    expect(gone.deletedAt).not.toBeNull();
    expect(await removeTask(admin, task.id)).toEqual(gone);
    for (const one of [customer, employee, admin]) {
      await expect(readTask(one, task.id)).rejects.toMatchObject(is(404));
      await expect(readRoom(one, task.id)).rejects.toMatchObject(is(404));
      await expect(sendMessage(one, task.id, draft('Is the claw safe?'))).rejects.toMatchObject(is(404));
      expect((await listTasks(one, { limit: 50, sort: '-createdAt' })).items).toEqual([]);
      expect((await countTasks(one, {})).count).toBe(0);
    }
    await followFeeds(crm, [task.id]);
    expect(await seatsOf(customer)).toEqual([]);
    expect((await listDeletedTasks(admin, { limit: 50 })).items).toEqual([gone]);

    const back = await restoreTask(admin, task.id);
    expect(back).toEqual({ ...task, updatedAt: back.updatedAt, version: back.version });
    await followFeeds(crm, [task.id]);
    expect(await seatsOf(customer)).toMatchObject([{ roomId: task.id, lastSeq: 1 }]);
    expect((await readRoom(employee, task.id)).head).toMatchObject({ lastSeq: 1, deletedAt: null });
    const { items } = await readHistory(admin, task.id);
    expect(items.slice(0, 2).map(({ what }) => what)).toEqual(['restored', 'deleted']);
  }),
);

test(
  'Q11 for 30 days a task can be taken back; then it is purged with its room, files and history, and payments stay',
  withCrm(async (crm) => {
    const { customer, admin, task } = await talkedAbout(crm);
    const other = await createTask(customer, make.taskDraft());
    const payment = await crm
      .system()
      .payments.addNew(
        make.payment({ customer: task.customer, task: { id: task.id, title: task.title }, paidOn: '2026-03-02' }),
      );
    await removeTask(admin, task.id);
    await purgeDeleted(inDays(29), fail);
    expect((await listDeletedTasks(admin, { limit: 50 })).items).toHaveLength(1);

    await expect(restoreTask({ ...admin, now: () => inDays(31) }, task.id)).rejects.toMatchObject(is(404));
    await purgeDeleted(inDays(31), fail);
    await purgeDeleted(inDays(31), fail);
    expect(JSON.stringify(await leftOf(crm, task.id))).not.toContain(task.id);
    expect(await crm.system().seats.roomsEverOf(customer.caller.memberId)).not.toContain(task.id);
    expect(await readTask(customer, other.id)).toEqual(other);
    expect(await crm.system().payments.get(payment.id)).toMatchObject({ task: { title: task.title } });
  }),
);

test(
  'what was taken back is not purged',
  withCrm(async (crm) => {
    const { customer, admin, task } = await talkedAbout(crm);
    await removeTask(admin, task.id);
    await restoreTask(admin, task.id);
    await purgeDeleted(inDays(31), fail);
    expect(await readTask(customer, task.id)).toMatchObject({ id: task.id, deletedAt: null });
  }),
);
