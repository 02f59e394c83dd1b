import { type SocketState, stateOf, stateTold } from '#domain/presence/presence.ts';
import type { Visit } from '#functions/work.ts';

export type Ground = Pick<ReturnType<Visit['in']>, 'presence' | 'members' | 'seats' | 'live'> & Pick<Visit, 'now'>;
type Heard = { connectionId: string; memberId: string; state: SocketState };

/** What came about a connection, in whatever order and as often as it comes. */
export async function noteConnection(ground: Ground, { connectionId, memberId, state }: Heard): Promise<void> {
  const { presence, members, now } = ground;
  const member = await members.find(memberId);
  const isKnown = member !== null && member.deletedAt === null;
  if (!isKnown && state !== 'gone') return;
  if (await presence.note({ id: connectionId, memberId, state, at: now().toISOString() }))
    await tellPresence(ground, memberId);
}

/** After a sign-out, or for somebody who may no longer come in: nobody waits until the service has noticed. */
export async function forgetConnections(ground: Ground, memberId: string): Promise<void> {
  const { presence, now } = ground;
  const at = now().toISOString();
  const open = (await presence.socketsOf([memberId])).filter(({ state }) => state !== 'gone');
  if (open.length === 0) return;
  await Promise.all(open.map((socket) => presence.note({ ...socket, state: 'gone', at })));
  await tellPresence(ground, memberId);
}

/**
 * Says that somebody came, went or fell idle, once, whoever else notices at the same time: what others believe is read
 * before the connections and written over what was read, so the last to write has seen all of them.
 */
async function tellPresence({ presence, seats, live, now }: Ground, memberId: string): Promise<void> {
  for (;;) {
    const told = await presence.seen(memberId);
    const sockets = await presence.socketsOf([memberId]);
    const at = now();
    const state = stateOf(sockets, at);
    const lastSeenAt = at.toISOString();
    if (!(await presence.see(memberId, { state, at: lastSeenAt }, told?.version ?? null))) continue;
    if (state === stateTold(told, at)) return;

    const event = { kind: 'presence.changed', presence: { memberId, state, lastSeenAt } } as const;
    await Promise.all([
      live.toStaff(event),
      live.toMembers([memberId, ...(await customersBeside(seats, memberId))], event),
    ]);
    return;
  }
}

/** Of the newest rooms alone: whoever opens an older one asks who is there. */
const mostRooms = 50;

/** A customer learns it of the people in their rooms, and of nobody else in the business. */
async function customersBeside(seats: Ground['seats'], memberId: string): Promise<string[]> {
  const { items } = await seats.list(memberId, { limit: mostRooms });
  const people = items.flatMap(({ members }) => members);
  return [...new Set(people.flatMap(({ id, role }) => (role === 'customer' && id !== memberId ? [id] : [])))];
}
