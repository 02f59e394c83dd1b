import { useEffect, useState } from 'react';

/** After the last scroll, anywhere on the page. */
const restMs = 150;
let scrolledAt = Number.NEGATIVE_INFINITY;
const isRest = (): boolean => performance.now() - scrolledAt >= restMs;

window.addEventListener('scroll', () => (scrolledAt = performance.now()), { capture: true, passive: true });

/** False while somebody scrolls: what is asked for each row that passes by would cost frames. */
export function useAtRest(): boolean {
  const [isAtRest, setIsAtRest] = useState(isRest);
  useEffect(() => {
    if (isAtRest) return undefined;
    const timer = setInterval(() => isRest() && setIsAtRest(true), restMs);
    return () => clearInterval(timer);
  }, [isAtRest]);
  return isAtRest;
}
