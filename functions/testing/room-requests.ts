import { memberRoutes } from '#domain/members/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

/** A leader has to join a room first; its customer is in it. */
const inRoom =
  (body?: object): Make =>
  async ({ people, ids: { roomId } }) => ({
    person: people.customer,
    sent: { params: { roomId }, ...(body && { body }) },
  });

/** A message of its own: what is changed and deleted is nobody else's example. */
const onMessage =
  (body?: object): Make =>
  async ({ people, ids: { roomId } }) => {
    const draft = { messageId: crypto.randomUUID(), text: 'To be changed' };
    const { id: messageId } = await people.customer.call(roomRoutes.send, { params: { roomId }, body: draft });
    return { person: people.customer, sent: { params: { roomId, messageId }, ...(body && { body }) } };
  };

const idsOf = (business: Business): Promise<string[]> =>
  Promise.all(
    (['admin', 'manager', 'employee'] as const).map(
      async (role) => (await business.people[role].call(memberRoutes.me)).member.id,
    ),
  );

const teamOf = async (business: Business) => ({ title: 'Window display', memberIds: await idsOf(business) });

/** The accepted requests of the routes about rooms. */
export const roomRequests: Record<string, Make> = {
  'rooms-get': inRoom(),
  'rooms-messages': inRoom(),
  'rooms-search': async ({ people }) => ({ person: people.customer, sent: { query: { q: 'ready today' } } }),
  'rooms-send': (business) =>
    inRoom({ messageId: crypto.randomUUID(), text: 'It is ready.\nKan hentes i dag. 🙂' })(business),
  'rooms-edit': onMessage({ text: 'Changed' }),
  'rooms-remove': onMessage(),
  'rooms-react': onMessage({ emoji: '👍🏽', on: true }),
  'rooms-receipt': inRoom({ read: 1 }),
  'rooms-typing': inRoom(),
  'rooms-open-direct': async (business) => ({
    person: business.people.admin,
    sent: { body: { memberId: (await idsOf(business))[2] } },
  }),
  'rooms-open-team': async (business) => ({
    person: business.people.admin,
    sent: { body: { roomId: crypto.randomUUID(), ...(await teamOf(business)) } },
  }),
  'rooms-change-team': async (business) => {
    const body = await teamOf(business);
    const team = { roomId: crypto.randomUUID(), ...body };
    const { id: roomId } = await business.people.admin.call(roomRoutes.openTeam, { body: team });
    return { person: business.people.admin, sent: { params: { roomId }, body } };
  },
  'rooms-open-support': async ({ people }) => ({ person: people.customer, sent: {} }),
  'rooms-join': inRoom({ connectionId: 'a-connection' }),
  'rooms-leave': inRoom({ connectionId: 'a-connection' }),
  'rooms-stop-observing': async ({ people, ids: { roomId } }) => ({
    person: people.admin,
    sent: { params: { roomId } },
  }),
  'rooms-mute': inRoom({ isMuted: false }),
};
