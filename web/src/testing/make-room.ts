import { vi } from 'vitest';
import { cleanup } from 'vitest-browser-react';
import { fileRoutes } from '#domain/files/routes.ts';
import { presenceRoutes } from '#domain/presence/routes.ts';
import type { Entry, Person } from '#domain/rooms/message.ts';
import type { Room, RoomMember, Seat } from '#domain/rooms/room.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { answer } from './answer.ts';

export const people = {
  ines: { id: '0193f0a0-0000-7000-8000-00000000a001', name: 'Ines Halvorsen', role: 'admin' },
  tomas: { id: '0193f0a0-0000-7000-8000-00000000e001', name: 'Tomas Abara', role: 'employee' },
  noor: { id: '0193f0a0-0000-7000-8000-00000000e002', name: 'Noor Haddad', role: 'employee' },
  dipika: { id: '0193f0a0-0000-7000-8000-00000000c001', name: 'Dipika Sarraf', role: 'customer' },
} as const satisfies Record<string, Person>;

export const inRoom = (person: Person, as: RoomMember['as'] = 'member'): RoomMember => ({ ...person, as });

/** The room of Dipika's task, which Tomas does. */
export const makeRoom = (change: Partial<Room> = {}): Room => ({
  id: crypto.randomUUID(),
  kind: 'task',
  title: 'Ring resize, N to P',
  members: [inRoom(people.dipika), inRoom(people.tomas)],
  receipts: {},
  lastSeq: 0,
  lastChange: 0,
  isMuted: false,
  ...change,
});

/** The row of a room in the list, where nothing is unread. */
export const makeSeat = (room: Room, change: Partial<Seat> = {}): Seat => ({
  roomId: room.id,
  kind: room.kind,
  title: room.title,
  members: room.members,
  as: 'member',
  lastSeq: room.lastSeq,
  unread: 0,
  isMentioned: false,
  isMuted: room.isMuted,
  lastLine: null,
  updatedAt: '2026-11-20T09:00:00.000Z',
  ...change,
});

type Served = { room: Room; seat?: Partial<Seat>; entries?: Entry[] };

type Hearing = { joined: string[]; left: string[] };
let hearing: Hearing = { joined: [], left: [] };

/** Leaving is the last call of a page; it is answered before the answers of the test are taken away. */
export async function leaveRooms(): Promise<void> {
  await cleanup();
  await vi.waitUntil(async () => hearing.left.length >= hearing.joined.length && !(await isHearing()));
  hearing = { joined: [], left: [] };
}

/** A page holds a lock while it joins, hears and leaves a room. */
async function isHearing(): Promise<boolean> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].some(({ name }) => name?.startsWith('room '));
}

/** Somebody's rooms as the server has them: listed, narrowed, opened, heard and left. What a test changes is served. */
export function answerRooms(rooms: Served[]) {
  const stored: Hearing & { rooms: Served[] } = { rooms, joined: [], left: [] };
  hearing = stored;
  const find = (roomId: string): Served => stored.rooms.find(({ room }) => room.id === roomId)!;

  answer(roomRoutes.list, ({ query: { q = '', kind, cursor = '0', limit } }) => {
    const found = stored.rooms
      .map(({ room, seat }) => makeSeat(room, seat))
      .filter((seat) => (!kind || kind.includes(seat.kind)) && seat.title.toLowerCase().includes(q.toLowerCase()));
    const to = Number(cursor) + limit;
    return { items: found.slice(Number(cursor), to), nextCursor: to < found.length ? `${to}` : null };
  });
  answer(roomRoutes.get, ({ params }) => find(params.roomId).room);
  answer(roomRoutes.join, ({ params }) => {
    stored.joined.push(params.roomId);
    return find(params.roomId).room;
  });
  answer(roomRoutes.leave, ({ params }) => void stored.left.push(params.roomId));
  answer(roomRoutes.receipt, () => undefined);
  answer(roomRoutes.messages, ({ params: { roomId }, query: { after, before } }) => {
    const { entries = [] } = find(roomId);
    const items = entries.filter(({ seq, change }) => seq < (before ?? Infinity) && change > (after ?? 0));
    return { items, upTo: entries.length, lastSeq: entries.length, lastChange: entries.length, receipts: {} };
  });
  answer(fileRoutes.ofRoom, { items: [] });
  answer(presenceRoutes.list, { items: [] });
  return stored;
}
