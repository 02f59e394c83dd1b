import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useState } from 'react';

type Asked = { ref: RefObject<HTMLElement | null>; count: number; rowHeight: number };

/** So few rows need no window. */
const few = 50;
/** Room for the head and the pager, which stand over the rows. */
const [headRoom, footRoom] = [52, 64];

const scrollerOf = (ref: Asked['ref']) => ref.current?.closest('main') ?? null;

/** Which rows of a long table are in sight of the page's scroller, and the pixels that stand for the others. */
export function useWindow({ ref, count, rowHeight }: Asked) {
  const [top, setTop] = useState(0);
  const isLong = count > few;

  useLayoutEffect(() => {
    const main = scrollerOf(ref);
    if (!main || !ref.current) return;
    setTop(Math.round(ref.current.getBoundingClientRect().top - main.getBoundingClientRect().top + main.scrollTop));
  }, [ref, count, rowHeight]);

  const virtual = useVirtualizer({
    count: isLong ? count : 0,
    getScrollElement: () => scrollerOf(ref),
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: top,
    scrollPaddingStart: headRoom,
    scrollPaddingEnd: footRoom,
  });
  useLayoutEffect(() => virtual.measure(), [virtual, rowHeight]);

  if (!isLong) return { from: 0, to: count, space: { before: 0, after: 0 }, bring: () => {} };
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  return {
    from: first?.index ?? 0,
    to: (last?.index ?? -1) + 1,
    space: { before: (first?.index ?? 0) * rowHeight, after: (count - ((last?.index ?? -1) + 1)) * rowHeight },
    /** Scrolls just so far that the row is in sight. */
    bring: (index: number) => virtual.scrollToIndex(index),
  };
}
