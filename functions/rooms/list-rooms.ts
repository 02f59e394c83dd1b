import type { Page, PageQuery } from '#domain/kernel/page.ts';
import type { RoomKind, Seat } from '#domain/rooms/room.ts';
import type { Work } from '#functions/work.ts';

type Asked = PageQuery & { q?: string | undefined; kind?: RoomKind[] | undefined };

export const listRooms = ({ seats, caller }: Work, asked: Asked): Promise<Page<Seat>> =>
  seats.list(caller.memberId, asked);

export const countUnread = async ({ seats, caller }: Work): Promise<{ rooms: number }> => ({
  rooms: (await seats.countUnread(caller.memberId)).count,
});
