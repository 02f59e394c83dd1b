import { type Presence, stateOf } from '#domain/presence/presence.ts';
import type { Work } from '#functions/work.ts';

/** A customer learns it of the people in their rooms; of others nothing is said. */
export async function listPresence(work: Work, ids: string[]): Promise<{ items: Presence[] }> {
  const { presence, now } = work;
  const asked = await mayKnow(work, [...new Set(ids)]);
  const [sockets, seen] = await Promise.all([presence.socketsOf(asked), presence.seenOf(asked)]);
  const own = Map.groupBy(sockets, ({ memberId }) => memberId);
  const lastSeen = new Map(seen.map(({ memberId, at }) => [memberId, at]));
  const at = now();
  const items = asked.map((memberId) => ({
    memberId,
    state: stateOf(own.get(memberId) ?? [], at),
    lastSeenAt: lastSeen.get(memberId) ?? null,
  }));
  return { items };
}

async function mayKnow(work: Work, ids: string[]): Promise<string[]> {
  const { memberId, role } = work.caller;
  if (role !== 'customer') return ids;
  const known = await companionsOf(work, memberId);
  return ids.filter((id) => id === memberId || known.has(id));
}

async function companionsOf({ seats }: Work, memberId: string): Promise<Set<string>> {
  const known = new Set<string>();
  let cursor: string | null | undefined;
  while (cursor !== null) {
    const page = await seats.list(memberId, { limit: 200, ...(cursor && { cursor }) });
    for (const { members } of page.items) for (const { id } of members) known.add(id);
    cursor = page.nextCursor;
  }
  return known;
}
