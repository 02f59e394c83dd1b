import { isDeepStrictEqual } from 'node:util';
import type { Entry } from '#domain/rooms/message.ts';
import type { Receipts } from '#domain/rooms/room.ts';

/** What was acknowledged of one message, last. `reactions` are those put on and not taken off: `member emoji`. */
type Said = { text: string; isDeleted: boolean; reactions: Set<string> };
/** By message id: what was acknowledged with 2xx, and nothing else. */
export type History = Map<string, Said>;

/** What is known of a message: others may do something with it before its sender has the answer. */
export function saidIn(history: History, id: string): Said {
  const said = history.get(id) ?? { text: '', isDeleted: false, reactions: new Set() };
  history.set(id, said);
  return said;
}

/** A room as somebody has it: in the store, or in a tab. */
export type Shown = { entries: readonly Entry[]; receipts: Receipts };
export type Room = { history: History; stored: Shown; shown: Shown[]; heard: number };

/** How often something is not as it must be. */
export type Faults = {
  lost: number;
  doubled: number;
  /** Tabs that do not show what is stored, in its order and as it stands. */
  otherwise: number;
  /** Messages whose last acknowledged edit, deletion or reactions are not what is stored. */
  unlike: number;
  /** Tabs that know another state of who has read what. */
  receipts: number;
};

export function faultsIn({ history, stored, shown }: Room): Faults {
  const ids = stored.entries.map(({ id }) => id);
  const there = new Set(ids);
  return {
    lost: [...history.keys()].filter((id) => !there.has(id)).length,
    doubled: [stored, ...shown].reduce((all, { entries }) => all + doubledIn(entries), 0),
    otherwise: shown.filter(({ entries }) => !isDeepStrictEqual(entries, stored.entries)).length,
    unlike: stored.entries.filter((entry) => isUnlike(entry, history)).length,
    receipts: shown.filter(({ receipts }) => !isDeepStrictEqual(receipts, stored.receipts)).length,
  };
}

export const noFaults: Faults = { lost: 0, doubled: 0, otherwise: 0, unlike: 0, receipts: 0 };

export const allFaults = (rooms: readonly Room[]): Faults =>
  rooms.map(faultsIn).reduce(
    (all, one) => ({
      lost: all.lost + one.lost,
      doubled: all.doubled + one.doubled,
      otherwise: all.otherwise + one.otherwise,
      unlike: all.unlike + one.unlike,
      receipts: all.receipts + one.receipts,
    }),
    noFaults,
  );

/** By its id and by its place: neither may be there twice. */
function doubledIn(entries: readonly Entry[]): number {
  const places = new Set(entries.map(({ seq }) => seq));
  const ids = new Set(entries.map(({ id }) => id));
  return entries.length - Math.min(places.size, ids.size);
}

/** A message that nobody was told of is none of ours, and would be one too many. */
function isUnlike(entry: Entry, history: History): boolean {
  if (entry.kind !== 'message') return false;
  const said = history.get(entry.id);
  if (!said) return true;
  if (said.isDeleted || entry.deletedAt !== null)
    return !said.isDeleted || entry.deletedAt === null || entry.text !== '' || entry.reactions.length > 0;
  const reactions = entry.reactions.flatMap(({ emoji, by }) => by.map((memberId) => `${memberId} ${emoji}`));
  return entry.text !== said.text || !isDeepStrictEqual(new Set(reactions), said.reactions);
}
