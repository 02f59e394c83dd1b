import type { PartitionKey } from '@azure/cosmos';
import { chunksOf } from '#functions/platform/batch.ts';
import { container } from '#functions/platform/cosmos.ts';
import { supportRoomOf } from '#functions/rooms/open-support.ts';
import type { SystemWork } from '#functions/work.ts';

/** As it is stored, without what the database adds. */
export type StoredDocument = { id: string; workspaceId: string; kind?: unknown; [name: string]: unknown };

/** A part of a business's documents: those of a container, or some of them. */
export type Part = {
  name: PartName;
  container: string;
  keys: () => Promise<PartitionKey[]>;
  holds: (document: StoredDocument) => boolean;
};

/**
 * In the order in which a copy is taken in: nobody is told anew of what is there already, a room is never without what
 * was said in it, and nobody comes in before all of it is there.
 */
export const partNames = [
  'workspaces',
  'notifications',
  'audit',
  'presence',
  'jobs',
  'deadLetters',
  'files',
  'seats',
  'rooms',
  'customers',
  'payments',
  'tasks',
  'members',
] as const;
export type PartName = (typeof partNames)[number];

export const isPartName = (name: string): name is PartName => partNames.some((known) => known === name);
export const containerOf = (name: PartName): string => (name === 'members' ? 'workspaces' : name);

type Ground = Pick<SystemWork, 'workspaceId' | 'seats' | 'rooms'>;

const atOnce = 20;

async function gathered<T>(ids: readonly string[], ask: (id: string) => Promise<readonly T[]>): Promise<Set<T>> {
  const found = new Set<T>();
  for (const some of chunksOf(ids, atOnce))
    for (const items of await Promise.all(some.map(ask))) for (const item of items) found.add(item);
  return found;
}

/**
 * Every document of one workspace. No query goes over more than one partition, so the rooms are those of its tasks, of
 * its customers' questions and of its members' lists, and the lists are those of everybody whom a room knows.
 */
export function partsOf({ workspaceId, seats, rooms }: Ground): Part[] {
  const idsIn = async (name: string, condition = 'true'): Promise<string[]> => {
    const options = { partitionKey: workspaceId, maxItemCount: 1000 };
    const query = `SELECT VALUE c.id FROM c WHERE ${condition}`;
    return (await container(name).items.query<string>(query, options).fetchAll()).resources;
  };
  const memberIds = (): Promise<string[]> => idsIn('workspaces', `c.kind = 'member'`);

  const roomIds = async (): Promise<string[]> => {
    const [tasks, customers] = await Promise.all([idsIn('tasks', `c.kind = 'task'`), idsIn('customers')]);
    const inLists = await gathered(await memberIds(), seats.roomsEverOf);
    return [...new Set([...tasks, ...customers.map(supportRoomOf), ...inLists])];
  };

  /** Also those who are erased: a room goes on under no name, and keeps their list. */
  const peopleOfRooms = async (): Promise<string[]> => {
    const people = await gathered(await roomIds(), async (roomId) => {
      const head = await rooms.head(roomId);
      return head ? [...head.members.map(({ id }) => id), ...head.former] : [];
    });
    return [...new Set([...(await memberIds()), ...people])];
  };

  /** The one that names the months comes last, so that what was cut off finds them again. */
  const months = async (): Promise<string[]> => {
    const { resource } = await container('audit').item('chain', [workspaceId, 'chain']).read<{ months: string[] }>();
    return resource ? [...resource.months, 'chain'] : [];
  };

  const beside = (values: () => Promise<string[]>) => async () =>
    (await values()).map((value): PartitionKey => [workspaceId, value]);
  const keys: Partial<Record<PartName, Part['keys']>> = {
    notifications: beside(memberIds),
    audit: beside(months),
    seats: beside(peopleOfRooms),
    rooms: beside(roomIds),
  };
  const isMember = ({ kind }: StoredDocument): boolean => kind === 'member';
  const holds: Partial<Record<PartName, Part['holds']>> = {
    workspaces: (document) => !isMember(document),
    members: isMember,
  };
  return partNames.map((name) => ({
    name,
    container: containerOf(name),
    keys: keys[name] ?? (() => Promise.resolve([workspaceId])),
    holds: holds[name] ?? (() => true),
  }));
}

/** Some at a time. */
export async function* documentsIn(part: Part): AsyncIterable<StoredDocument[]> {
  for (const partitionKey of await part.keys()) {
    const pages = container(part.container).items.query<StoredDocument>('SELECT * FROM c', {
      partitionKey,
      maxItemCount: 1000,
    });
    for await (const { resources } of pages.getAsyncIterator()) {
      const some = (resources ?? []).map(withoutSystemFields).filter(part.holds);
      if (some.length > 0) yield some;
    }
  }
}

const systemFields = ['_rid', '_self', '_etag', '_attachments', '_ts', '_lsn'];

const withoutSystemFields = (document: StoredDocument): StoredDocument =>
  Object.fromEntries(Object.entries(document).filter(([name]) => !systemFields.includes(name))) as StoredDocument;
