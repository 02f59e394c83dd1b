import {
  type InfiniteData,
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  queryOptions,
} from '@tanstack/react-query';
import type { Page } from '#domain/kernel/page.ts';
import type { RoomKind, Seat } from '#domain/rooms/room.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { call } from '#web/platform/call.ts';

export type SeatWish = { q?: string | undefined; kind?: RoomKind | undefined };

/** One's rooms, the one with the newest line first. */
export const seatList = ({ q, kind }: SeatWish) =>
  infiniteQueryOptions({
    queryKey: ['seats', 'list', { q, kind }],
    queryFn: ({ pageParam, signal }) =>
      call(roomRoutes.list, { query: { q, kind: kind && [kind], cursor: pageParam } }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    select: ({ pages }) => seatsIn(pages),
    placeholderData: keepPreviousData,
  });

/** A room that got a new line while the pages were read stands on two of them. */
const seatsIn = (pages: readonly Page<Seat>[]): Seat[] => {
  const seats = new Map<string, Seat>();
  for (const seat of pages.flatMap(({ items }) => items)) if (!seats.has(seat.roomId)) seats.set(seat.roomId, seat);
  return [...seats.values()];
};

export const unreadRooms = queryOptions({
  queryKey: ['seats', 'unread'],
  queryFn: ({ signal }) => call(roomRoutes.unread, {}, signal),
});

/** Muted rooms count only where one is named. */
const isCounted = ({ unread, isMuted, isMentioned }: Seat): boolean => unread > 0 && (!isMuted || isMentioned);

/** Opening a room is reading it: its badge goes at once, and the server says later how far one has read. */
export function clearBadge(queries: QueryClient, roomId: string): void {
  let cleared: Seat | undefined;
  queries.setQueriesData<InfiniteData<Page<Seat>>>({ queryKey: ['seats', 'list'] }, (list) => {
    cleared ??= list?.pages.flatMap(({ items }) => items).find((seat) => seat.roomId === roomId);
    return list && { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(readOf(roomId)) })) };
  });
  if (!cleared || !isCounted(cleared)) return;
  queries.setQueryData(unreadRooms.queryKey, (unread) => unread && { rooms: Math.max(0, unread.rooms - 1) });
}

const readOf =
  (roomId: string) =>
  (seat: Seat): Seat =>
    seat.roomId === roomId ? { ...seat, unread: 0, isMentioned: false } : seat;

/** Shorter words would match nearly everything; the server refuses them. */
export const shortestSearch = 2;

/** Messages with all of these words, in one room or over all of one's own. */
export const messageSearch = (q: string, roomId?: string) =>
  queryOptions({
    queryKey: ['rooms', 'search', { q, roomId }],
    queryFn: ({ signal }) => call(roomRoutes.search, { query: { q, roomId } }, signal),
    enabled: q.length >= shortestSearch,
    placeholderData: keepPreviousData,
  });
