import { describe, expect, test } from 'vitest';
import type { PresenceState } from '#domain/presence/presence.ts';
import type { LiveEvent } from '#domain/realtime/event.ts';
import type { Seat } from '#domain/rooms/room.ts';
import { signOut } from '#functions/accounts/session.ts';
import { joined, withBusiness } from '#functions/testing/people.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { Work } from '#functions/work.ts';
import { listPresence } from './list-presence.ts';
import { type Ground, noteConnection } from './note-connection.ts';

/** A row of a room list, with somebody else in the room. */
const seatBeside = (roomId: string, { caller: { memberId: id, name, role } }: Work): Seat => ({
  roomId,
  kind: 'support',
  title: '',
  members: [{ id, name, role, as: 'member' }],
  as: 'member',
  lastSeq: 0,
  unread: 0,
  isMentioned: false,
  isMuted: false,
  lastLine: null,
  updatedAt: '2026-03-02T09:00:00.000Z',
});

type Published = {
  /** A group, or a member's id. */
  to: string;
  memberId: string;
  state: PresenceState;
};

/** The workspace with what it publishes written down, and a clock that goes on when it is told to. */
function watched(crm: Crm) {
  const published: Published[] = [];
  let now = Date.now();
  const { presence, members, seats, live } = crm.system();
  const hearing = (to: Published['to']) => async (event: LiveEvent) => {
    if (event.kind === 'presence.changed') published.push({ to, ...event.presence });
  };
  const ground: Ground = {
    presence,
    members,
    seats,
    now: () => new Date(now),
    live: {
      ...live,
      toWorkspace: hearing('workspace'),
      toStaff: hearing('staff'),
      toMembers: async (ids, event) => {
        for (const id of ids) await hearing(id)(event);
      },
    },
  };
  const states = (to: Published['to']) => published.filter((one) => one.to === to).map(({ state }) => state);
  return { ground, published, states, later: (minutes: number) => void (now += minutes * 60_000) };
}

describe('F189 who is here', () => {
  test(
    'is told when it changes, and not for every browser',
    withCrm(async (crm) => {
      const { memberId } = (await crm.work('employee')).caller;
      const { ground, states } = watched(crm);
      const note = (connectionId: string, state: 'online' | 'away' | 'gone') =>
        noteConnection(ground, { connectionId, memberId, state });
      await note('laptop', 'online');
      await note('phone', 'online');
      await note('laptop', 'away');
      await note('phone', 'gone');
      await note('laptop', 'away');
      await note('laptop', 'online');
      await note('laptop', 'gone');
      expect(states('staff')).toEqual(['online', 'away', 'online', 'offline']);
      expect(states('workspace')).toEqual([]);
    }),
  );

  test(
    'of a customer only staff and they themselves are told',
    withCrm(async (crm) => {
      const { memberId } = (await crm.work('customer')).caller;
      const { ground, states } = watched(crm);
      await noteConnection(ground, { connectionId: 'phone', memberId, state: 'online' });
      expect(states('workspace')).toEqual([]);
      expect(states('staff')).toEqual(['online']);
      expect(states(memberId)).toEqual(['online']);
    }),
  );

  test(
    'of a colleague is told to staff and to the customers in their rooms, and to no other customer',
    withCrm(async (crm) => {
      const [employee, customer, other] = [
        await crm.work('employee'),
        await crm.work('customer'),
        await crm.work('customer'),
      ];
      const { memberId } = employee.caller;
      const roomId = crypto.randomUUID();
      await employee.seats.put({ memberId, roomId }, null, seatBeside(roomId, customer));
      const { ground, states } = watched(crm);
      await noteConnection(ground, { connectionId: 'phone', memberId, state: 'online' });
      const told = ['workspace', 'staff', memberId, customer.caller.memberId, other.caller.memberId].map(states);
      expect(told).toEqual([[], ['online'], ['online'], ['online'], []]);
    }),
  );

  test(
    'in whatever order the end of a connection and what was sent before it arrive, and however often',
    withCrm(async (crm) => {
      const { memberId } = (await crm.work('employee')).caller;
      const { ground, states } = watched(crm);
      const note = (state: 'online' | 'away' | 'gone') =>
        noteConnection(ground, { connectionId: 'phone', memberId, state });
      await note('gone');
      for (const state of ['online', 'away', 'gone', 'online'] as const) await note(state);
      expect(states('staff')).toEqual([]);
    }),
  );

  test(
    'is told once when several servers notice it at the same time',
    withCrm(async (crm) => {
      const { memberId } = (await crm.work('employee')).caller;
      const { ground, states } = watched(crm);
      const all = Array.from({ length: 8 }, (_, at) => `connection-${at}`);
      const note = (state: 'online' | 'gone') =>
        Promise.all(all.map((connectionId) => noteConnection(ground, { connectionId, memberId, state })));
      await note('online');
      await note('gone');
      expect(states('staff')).toEqual(['online', 'offline']);
    }),
  );

  test(
    'is told anew when a browser vanished without a word and somebody is back after its time',
    withCrm(async (crm) => {
      const asking = await crm.work('admin');
      const { memberId } = (await crm.work('employee')).caller;
      const { ground, states, later } = watched(crm);
      await noteConnection(ground, { connectionId: 'phone', memberId, state: 'online' });
      later(16);
      const { items } = await listPresence({ ...asking, now: ground.now }, [memberId]);
      expect(items).toMatchObject([{ state: 'offline', lastSeenAt: expect.any(String) }]);
      await noteConnection(ground, { connectionId: 'laptop', memberId, state: 'online' });
      expect(states('staff')).toEqual(['online', 'online']);
    }),
  );

  test(
    'is not said of somebody whom the business does not know, and a connection stays whose it is',
    withCrm(async (crm) => {
      const [one, other] = [(await crm.work('employee')).caller, (await crm.work('employee')).caller];
      const { ground, published } = watched(crm);
      await noteConnection(ground, { connectionId: 'a', memberId: crypto.randomUUID(), state: 'online' });
      expect(published).toEqual([]);
      await noteConnection(ground, { connectionId: 'b', memberId: one.memberId, state: 'online' });
      await noteConnection(ground, { connectionId: 'b', memberId: other.memberId, state: 'gone' });
      expect(published.filter(({ to }) => to === 'staff')).toMatchObject([{ memberId: one.memberId, state: 'online' }]);
    }),
  );

  test(
    'of who signs out is offline at once, whatever the service still thinks',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm, { role: 'employee' });
      const asking = await crm.work('admin');
      const memberId = me.member.id;
      const { ground } = watched(crm);
      await noteConnection(ground, { connectionId: 'phone', memberId, state: 'online' });
      expect((await listPresence(asking, [memberId])).items).toMatchObject([{ state: 'online' }]);
      await visitor.works(signOut);
      expect((await listPresence(asking, [memberId])).items).toMatchObject([{ state: 'offline' }]);
      await noteConnection(ground, { connectionId: 'phone', memberId, state: 'online' });
      expect((await listPresence(asking, [memberId])).items).toMatchObject([{ state: 'offline' }]);
    }),
  );
});

describe('F189 a list of people', () => {
  test(
    'answers everybody asked for to staff, once each, also who was never here',
    withCrm(async (crm) => {
      const asking = await crm.work('employee');
      const [here, never] = [(await crm.work('customer')).caller.memberId, (await crm.work('manager')).caller.memberId];
      const { ground } = watched(crm);
      await noteConnection(ground, { connectionId: 'phone', memberId: here, state: 'away' });
      const { items } = await listPresence(asking, [here, never, here]);
      expect(items).toEqual([
        { memberId: here, state: 'away', lastSeenAt: ground.now().toISOString() },
        { memberId: never, state: 'offline', lastSeenAt: null },
      ]);
    }),
  );

  test(
    'answers a customer themselves and the people in their rooms, and nobody else',
    withCrm(async (crm) => {
      const customer = await crm.work('customer');
      const [employee, stranger] = [await crm.work('employee'), await crm.work('employee')];
      const { memberId } = customer.caller;
      const roomId = crypto.randomUUID();
      await customer.seats.put({ memberId, roomId }, null, seatBeside(roomId, employee));
      const asked = [memberId, employee.caller.memberId, stranger.caller.memberId, crypto.randomUUID()];
      const { items } = await listPresence(customer, asked);
      expect(items.map((one) => one.memberId)).toEqual([memberId, employee.caller.memberId]);
    }),
  );
});
