/** Once the browser has nothing else to do, at most so late. Answers what calls it off. Safari knows no such moment. */
export function whenIdle(act: () => void, mostMs = 2000): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(act, mostMs / 2);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(act, { timeout: mostMs });
  return () => cancelIdleCallback(waiting);
}
