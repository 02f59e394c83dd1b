import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';

/** Which rows of a long table are in sight of the page's scroller, and the pixels that stand for the others. */
export function useWindow(count: number, rowHeight: number) {
  const ref = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const scroller = () => ref.current?.closest('main') ?? null;

  useLayoutEffect(() => {
    const main = scroller();
    if (!main || !ref.current) return;
    const next = ref.current.getBoundingClientRect().top - main.getBoundingClientRect().top + main.scrollTop;
    setTop(Math.round(next));
  }, [count]);

  const virtual = useVirtualizer({
    count,
    getScrollElement: scroller,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: top,
  });
  const items = virtual.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const space = {
    before: first ? first.start - top : 0,
    after: last ? virtual.getTotalSize() - (last.end - top) : 0,
  };
  return { ref, from: first?.index ?? 0, to: (last?.index ?? -1) + 1, space };
}
