import { useLayoutEffect, useRef } from 'react';

const nearPx = 64;

type Log = {
  /** The first message's seq: when it falls, older ones came in above. */
  first: number | undefined;
  size: number;
  onTop: () => void;
};

/** Keeps the reader where they read: at the end while they are at the end, on the same line when older ones come. */
export function useLogScroll({ first, size, onTop }: Log) {
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef({ first, size: 0, height: 0, isAtEnd: true });

  useLayoutEffect(() => {
    const log = ref.current;
    if (!log || size === before.current.size) return;
    const { height, isAtEnd, first: firstBefore } = before.current;
    if (first !== undefined && firstBefore !== undefined && first < firstBefore)
      log.scrollTop += log.scrollHeight - height;
    else if (isAtEnd) log.scrollTop = log.scrollHeight;
    before.current = { first, size, height: log.scrollHeight, isAtEnd: isAtEndOf(log) };
  }, [first, size]);

  const onScroll = () => {
    const log = ref.current;
    if (!log) return;
    before.current = { ...before.current, height: log.scrollHeight, isAtEnd: isAtEndOf(log) };
    if (log.scrollTop < nearPx && log.scrollHeight > log.clientHeight) onTop();
  };
  return { ref, onScroll };
}

const isAtEndOf = (log: HTMLElement): boolean => log.scrollHeight - log.scrollTop - log.clientHeight < nearPx;
