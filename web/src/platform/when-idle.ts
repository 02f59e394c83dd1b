const mostMs = 2000;

/** Once the browser has nothing else to do, or soon. Answers what calls it off. Safari has no such moment, only a second. */
export function whenIdle(act: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(act, 1000);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(act, { timeout: mostMs });
  return () => cancelIdleCallback(waiting);
}
