/** How long a request waits for the others that the same page is about to make, also while a list is scrolled. */
const patienceMs = 100;

type Waiting<T> = {
  id: string;
  signal: AbortSignal | undefined;
  resolve: (found: T | null) => void;
  reject: (error: unknown) => void;
};

/**
 * One question about many ids in the place of many questions; who is not in the answer is null. Whoever has gone by
 * the time it is asked, such as a row that was scrolled past, is left out.
 */
export function batched<T>(
  ask: (ids: string[]) => Promise<ReadonlyMap<string, T>>,
  most: number,
): (id: string, signal?: AbortSignal) => Promise<T | null> {
  let waiting: Waiting<T>[] = [];

  const flush = async (batch: Waiting<T>[]): Promise<void> => {
    try {
      const found = await ask([...new Set(batch.map(({ id }) => id))]);
      for (const { id, resolve } of batch) resolve(found.get(id) ?? null);
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const send = () => {
    const all = waiting.splice(0);
    for (const { signal, reject } of all) if (signal?.aborted) reject(signal.reason);
    const wanted = all.filter(({ signal }) => !signal?.aborted);
    for (let from = 0; from < wanted.length; from += most) void flush(wanted.slice(from, from + most));
  };

  return (id, signal) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setTimeout(send, patienceMs);
      waiting.push({ id, signal, resolve, reject });
    });
}
