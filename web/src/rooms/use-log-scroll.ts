import { useCallback, useEffect, useRef, useState } from 'react';
import { blockOf } from './blocks.ts';
import { useNearView } from './use-near-view.ts';

/** Near enough to the end to be read as "at the end". */
const nearPx = 64;
const flashMs = 1200;

/**
 * The log hangs from its end (column-reverse), so the browser itself keeps the reader's place when older messages come
 * in above. What grows below the reader is made up for here: the entry at the top of the view stays where it is.
 */
export function useLogScroll(onNearTop: () => void) {
  const log = useRef<HTMLDivElement>(null);
  const column = useRef<HTMLDivElement>(null);
  const anchor = useRef<{ element: Element; top: number } | null>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const { watch, showNow } = useNearView(log);

  const hold = useCallback((element: Element | null) => {
    anchor.current = element && { element, top: element.getBoundingClientRect().top };
  }, []);

  useEffect(() => {
    if (!column.current || !log.current) return;
    const keepPlace = () => {
      if (!log.current) return;
      if (anchor.current?.element.isConnected) {
        const { element, top } = anchor.current;
        log.current.scrollTop += element.getBoundingClientRect().top - top;
      } else if (!anchor.current) log.current.scrollTop = 0;
    };
    const observer = new ResizeObserver(keepPlace);
    observer.observe(column.current);
    return () => observer.disconnect();
  }, []);

  const onScroll = () => {
    const { current } = log;
    if (!current) return;
    const isEnd = -current.scrollTop < nearPx;
    setIsAtEnd(isEnd);
    hold(isEnd ? null : topEntry(current));
    const above = current.scrollHeight - current.clientHeight + current.scrollTop;
    if (above < current.clientHeight) onNearTop();
  };

  const toEnd = () => {
    hold(null);
    log.current?.scrollTo({ top: 0 });
  };

  /** False when the entry is not there. */
  const goTo = useCallback(
    (seq: number): boolean => {
      const block = log.current?.querySelector(`[data-block="${blockOf(seq)}"]`);
      if (block) showNow(block);
      const row = log.current?.querySelector<HTMLElement>(`[data-row="${seq}"]`);
      if (!row) return false;
      showNow(row);
      row.scrollIntoView({ block: 'center' });
      hold(row);
      // Whoever searches goes on typing.
      if (!document.activeElement?.closest('search')) row.querySelector('article')?.focus({ preventScroll: true });
      row.dataset['flash'] = '';
      setTimeout(() => delete row.dataset['flash'], flashMs);
      return true;
    },
    [hold, showNow],
  );

  return { log, column, watch, onScroll, isAtEnd, toEnd, goTo };
}

/** The first entry whose end is in view. */
function topEntry(log: HTMLElement): Element | null {
  const { top } = log.getBoundingClientRect();
  const entries = log.querySelectorAll('[data-seq]');
  let [from, to] = [0, entries.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (entries[middle]!.getBoundingClientRect().bottom > top) to = middle;
    else from = middle + 1;
  }
  return entries[from] ?? null;
}
