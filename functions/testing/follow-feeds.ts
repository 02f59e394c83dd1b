import { CosmosClient } from '@azure/cosmos';
import { inject } from 'vitest';
import { followMembers } from '#functions/rooms/follow-members.ts';
import { followTasks } from '#functions/rooms/follow-tasks.ts';
import { keepAllSeats } from '#functions/rooms/keep-all-seats.ts';
import type { Crm } from './with-crm.ts';

const database = () => new CosmosClient(inject('settings')['COSMOS']!).database('crm');

async function everything(container: string, partitionKey: string | string[]): Promise<object[]> {
  const { items } = database().container(container);
  return (await items.query<object>('SELECT * FROM c', { partitionKey }).fetchAll()).resources;
}

type Business = Pick<Crm, 'workspace' | 'system'>;

/** The documents of a room as they are now. */
export const everyDocument = ({ workspace }: Business, roomId: string): Promise<object[]> =>
  everything('rooms', [workspace.id, roomId]);

/** What the change feeds of rooms would do by now: they bring every document there is, as after a lost checkpoint. */
export async function followFeeds(crm: Business, roomIds: readonly string[]): Promise<void> {
  const work = crm.system();
  await followTasks(work, await everything('tasks', crm.workspace.id));
  await followMembers(work, await everything('workspaces', crm.workspace.id));
  for (const roomId of roomIds) await keepAllSeats(work, await everyDocument(crm, roomId));
}
