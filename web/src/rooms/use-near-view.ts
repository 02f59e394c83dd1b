import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';

/** So far above and below the view a row is made ready. */
const marginPx = 1200;

/** Tells rows when they come near the view of a scrolled element; until then they need not be made. */
export function useNearView(root: RefObject<Element | null>) {
  const waiting = useRef(new Map<Element, () => void>());
  const observer = useRef<IntersectionObserver>(null);

  const show = useCallback((row: Element) => {
    const onNear = waiting.current.get(row);
    waiting.current.delete(row);
    observer.current?.unobserve(row);
    onNear?.();
  }, []);

  /** Answers a function that ends the watch. */
  const watch = useCallback(
    (row: Element, onNear: () => void): (() => void) => {
      observer.current ??= new IntersectionObserver(
        (rows) => {
          for (const { isIntersecting, target } of rows) if (isIntersecting) show(target);
        },
        { root: root.current, rootMargin: `${marginPx}px 0px` },
      );
      waiting.current.set(row, onNear);
      observer.current.observe(row);
      return () => {
        waiting.current.delete(row);
        observer.current?.unobserve(row);
      };
    },
    [root, show],
  );

  useEffect(
    () => () => {
      observer.current?.disconnect();
      observer.current = null;
    },
    [],
  );

  /** Makes a row at once, to go to it. */
  const showNow = useCallback((row: Element) => flushSync(() => show(row)), [show]);
  return { watch, showNow };
}
export type Watch = ReturnType<typeof useNearView>['watch'];
