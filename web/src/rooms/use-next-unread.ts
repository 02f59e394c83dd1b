import { useHotkeys } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type SeatWish, seatList } from './seat-queries.ts';

/** Alt+Shift+Down goes to the next room with something unread, also out of the field one writes in. */
export function useNextUnread(wish: SeatWish, roomId: string | undefined): void {
  const { data: seats = [] } = useInfiniteQuery(seatList(wish));
  const navigate = useNavigate();
  const go = () => {
    const at = seats.findIndex((seat) => seat.roomId === roomId);
    const next = [...seats.slice(at + 1), ...seats.slice(0, Math.max(at, 0))].find(({ unread }) => unread > 0);
    if (next) void navigate({ to: `/chat/${next.roomId}`, search: wish });
  };
  useHotkeys([['alt+shift+ArrowDown', go]], []);
}
