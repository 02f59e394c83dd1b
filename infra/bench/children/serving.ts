/** Tells the benchmark that this child is ready, and closes when it says stop or is gone. */
export function serving(ready: object, close: () => Promise<unknown>): void {
  const stop = () => void close().then(() => process.exit(0));
  process.once('message', stop);
  process.once('disconnect', stop);
  process.send?.(ready);
}
