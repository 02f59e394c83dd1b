import { Version } from '#domain/kernel/ids.ts';
import type { Count } from '#domain/kernel/list.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { tokensOf } from '#domain/kernel/search.ts';
import { type RoomKind, Seat } from '#domain/rooms/room.ts';
import { container, documents, isStatus } from '#functions/platform/cosmos.ts';
import { newest } from '#functions/platform/newest.ts';
import { type Condition, lists, matches, where } from '#functions/platform/list-query.ts';

const seats = container('seats');

const KeptSeat = Seat.extend({ id: Seat.shape.roomId, version: Version });

/** Whose seat in which room. */
export type Place = { memberId: string; roomId: string };
/** What stood there before: its version, also of a place that somebody has left. */
export type Known = { seat: Seat | null; etag: string } | null;

type Asked = Pick<PageQuery, 'cursor' | 'limit'> & { q?: string | undefined; kind?: RoomKind[] | undefined };

/** A member is found by the names of the others, not by their own. */
const listedOf = ({ title, members }: Seat, memberId: string) => ({
  tokens: tokensOf(title, ...members.filter(({ id }) => id !== memberId).map(({ name }) => name)),
});

// Nobody's list holds it, and it tells nothing but that they were there once.
const left = 'left';
const isTaken: Condition = where`c.kind != ${left}`;
const isUnread: Condition = where`c.unread > ${0} AND (c.isMuted = ${false} OR c.isMentioned = ${true})`;

const keyOf = (workspaceId: string, { memberId, roomId }: Place): string => `${workspaceId} ${memberId} ${roomId}`;
/** In a room that is talked in, every line writes every seat: without reading each before, that costs half. */
const written = newest<NonNullable<Known>>(10_000);

/** The rooms as they stand in each member's list. All of it follows from the rooms' heads but who has muted what. */
export const seatStore = (workspaceId: string) => {
  const listOf = (memberId: string) => {
    const key = [workspaceId, memberId];
    return lists(seats, key, documents('The room', seats, KeptSeat, key, { workspaceId, memberId }).page);
  };

  const read = async ({ memberId, roomId }: Place): Promise<Known> => {
    const { resource } = await seats.item(roomId, [workspaceId, memberId]).read<{ kind: string; _etag: string }>();
    if (!resource) return null;
    return { seat: resource.kind === left ? null : Seat.parse(resource), etag: resource._etag };
  };

  return {
    /** What a write goes over; what was written here last mostly stands, and if not, the write is refused. */
    known: async (place: Place): Promise<Known> => written.get(keyOf(workspaceId, place)) ?? read(place),
    find: async (place: Place): Promise<Seat | null> => (await read(place))?.seat ?? null,

    /** Only over what was known: false when somebody has written it since. */
    async put(place: Place, before: Known, seat: Seat | null): Promise<boolean> {
      const { memberId, roomId } = place;
      const mark = { id: roomId, workspaceId, memberId };
      const body = seat ? { ...seat, ...mark, list: listedOf(seat, memberId) } : { ...mark, kind: left };
      try {
        const { etag } = await (before
          ? seats
              .item(roomId, [workspaceId, memberId])
              .replace(body, { accessCondition: { type: 'IfMatch', condition: before.etag } })
          : seats.items.create(body));
        written.set(keyOf(workspaceId, place), { seat, etag });
        return true;
      } catch (error) {
        written.delete(keyOf(workspaceId, place));
        if ([404, 409, 412].some((status) => isStatus(error, status))) return false;
        throw error;
      }
    },

    /** The one with the newest line first. */
    async list(memberId: string, { q, kind, cursor, limit }: Asked): Promise<Page<Seat>> {
      const conditions = [isTaken, ...(kind ? [where`ARRAY_CONTAINS(${kind}, c.kind)`] : []), ...matches(q)];
      const order = { sort: '-updatedAt', paths: { updatedAt: 'c.updatedAt' } } as const;
      const { items, nextCursor } = await listOf(memberId).page(conditions, order, { cursor, limit });
      return { items: items.map((seat) => Seat.parse(seat)), nextCursor };
    },

    /** Rooms with something unread; a muted one counts only where they are named. */
    countUnread: (memberId: string): Promise<Count> => listOf(memberId).count([isTaken, isUnread], true),

    /** Every room somebody is in, or ever was. */
    roomsEverOf: (memberId: string): Promise<string[]> => listOf(memberId).ids([]),

    /** For good. */
    async forget(place: Place): Promise<void> {
      const { memberId, roomId } = place;
      written.delete(keyOf(workspaceId, place));
      try {
        await seats.item(roomId, [workspaceId, memberId]).delete();
      } catch (error) {
        if (!isStatus(error, 404)) throw error;
      }
    },
  };
};
