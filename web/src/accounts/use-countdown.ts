import { useEffect, useState } from 'react';

/** Seconds until `endsAt` (milliseconds), counted down to 0 while the page is open. */
export function useCountdown(endsAt: number): number {
  const [now, setNow] = useState(() => Date.now());
  const isOver = now >= endsAt;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [isOver]);
  return Math.max(0, Math.ceil((endsAt - now) / 1000));
}
