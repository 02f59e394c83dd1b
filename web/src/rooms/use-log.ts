import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { hasOlder, type Stream } from '#domain/rooms/stream.ts';
import { readOlder } from './room-queries.ts';
import { useIsHere } from './use-is-here.ts';
import { useLogScroll } from './use-log-scroll.ts';
import { useNewFrom } from './use-new-from.ts';
import { useReceipt } from './use-receipt.ts';

/** The log as one reads it: where one is, what is new, and the way to an entry that is not loaded yet. */
export function useLog(roomId: string, stream: Stream, memberId: string) {
  const queries = useQueryClient();
  const wanted = useRef<number | null>(null);
  const older = useMutation({
    networkMode: 'always',
    mutationFn: (downTo?: number) => readOlder(queries, roomId, downTo),
  });
  const mayLoad = hasOlder(stream) && !older.isPending;
  const scroll = useLogScroll(() => mayLoad && !older.isError && older.mutate(undefined));
  const isReading = useIsHere() && scroll.isAtEnd;

  const { entries, receipts } = stream;
  const lastSeq = entries.at(-1)?.seq ?? 0;
  const mine = receipts[memberId];
  useReceipt({ roomId, lastSeq, mine, isReading });
  const newFrom = useNewFrom(entries, mine?.read ?? 0, memberId, isReading);

  // What came while one read further up.
  const [seenSeq, setSeenSeq] = useState(lastSeq);
  if (scroll.isAtEnd && seenSeq !== lastSeq) setSeenSeq(lastSeq);

  const { goTo: scrollTo } = scroll;
  const { mutate: load } = older;
  const tryWanted = useCallback((): boolean => {
    if (wanted.current !== null && scrollTo(wanted.current)) wanted.current = null;
    return wanted.current === null;
  }, [scrollTo]);
  const goTo = useCallback(
    (seq: number) => {
      wanted.current = seq;
      queueMicrotask(() => tryWanted() || load(seq));
    },
    [tryWanted, load],
  );
  // Each page that comes in may bring it; what is gone to is made at once, which React does not do in its own effects.
  useEffect(() => queueMicrotask(tryWanted));

  return {
    ...scroll,
    goTo,
    newFrom,
    older,
    isSeeking: older.isPending && older.variables !== undefined,
    newBelow: entries.filter(({ seq }) => seq > seenSeq).length,
  };
}
export type Log = ReturnType<typeof useLog>;
