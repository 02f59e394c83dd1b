/** For what is heavy to load and not needed by every process: made when first asked for, and kept. */
export function madeOnce<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
