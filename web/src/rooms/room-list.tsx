import { Button, Skeleton } from '@mantine/core';
import { useIntersection } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect } from 'react';
import { Failed } from '#web/platform/faces.tsx';
import { NoRooms } from './no-rooms.tsx';
import { RoomRow } from './room-row.tsx';
import { type SeatWish, seatList } from './seat-queries.ts';
import classes from './room-list.module.css';

type Props = { wish: SeatWish; roomId: string | undefined; search: Record<string, string | undefined> };

/** One's rooms, more of them on the way down. The arrow keys walk the rows, Enter opens one. */
export function RoomList({ wish, roomId, search }: Props) {
  const seats = useInfiniteQuery(seatList(wish));
  const { ref, entry } = useIntersection();
  const { hasNextPage, isFetching, isFetchNextPageError, fetchNextPage } = seats;
  // Not during any other fetch: one that is asked again in the same moment would drop the next page for good.
  const mayLoad = Boolean(entry?.isIntersecting) && hasNextPage && !isFetching && !isFetchNextPageError;
  useEffect(() => {
    if (mayLoad) void fetchNextPage();
  }, [mayLoad, fetchNextPage]);

  if (seats.isPending) return <LoadingRooms />;
  if (seats.isError && !seats.data)
    return (
      <div className={classes.face}>
        <Failed error={seats.error} retry={() => void seats.refetch()} />
      </div>
    );
  if (seats.data.length === 0) return <NoRooms {...wish} />;
  return (
    // The links take the keys; the list only moves the focus between them.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul
      className={classes.rows}
      aria-label="Conversations"
      data-stale={seats.isPlaceholderData || undefined}
      onKeyDown={walk}
    >
      {seats.data.map((seat) => (
        <RoomRow key={seat.roomId} seat={seat} isOpen={seat.roomId === roomId} search={search} />
      ))}
      {hasNextPage && (
        <li ref={ref} className={classes.more}>
          {isFetchNextPageError && (
            <Button size="xs" onClick={() => void fetchNextPage()}>
              More did not arrive. Retry
            </Button>
          )}
        </li>
      )}
    </ul>
  );
}

function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const links = [...event.currentTarget.querySelectorAll('a')];
  const next = links[links.indexOf(document.activeElement as HTMLAnchorElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** Rows in their final height; they show late, so that a quick answer shows none. */
const LoadingRooms = () => (
  <div role="status" aria-label="Loading conversations" className={classes.loading}>
    {Array.from({ length: 7 }, (_, row) => (
      <div key={row} className={classes.row}>
        <Skeleton circle height={32} width={32} />
        <span className={classes.words}>
          <Skeleton height={10} my={5} width={`${50 + ((row * 13) % 30)}%`} />
          <Skeleton height={10} my={5} width={`${60 + ((row * 11) % 30)}%`} />
        </span>
      </div>
    ))}
  </div>
);
