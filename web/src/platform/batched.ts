/** How long a request waits for the others that the same page is about to make. */
const patienceMs = 10;

type Waiting<T> = { id: string; resolve: (found: T | null) => void; reject: (error: unknown) => void };

/** One question about many ids in the place of many questions; who is not in the answer is null. */
export function batched<T>(
  ask: (ids: string[]) => Promise<ReadonlyMap<string, T>>,
  most: number,
): (id: string) => Promise<T | null> {
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
    for (let from = 0; from < all.length; from += most) void flush(all.slice(from, from + most));
  };

  return (id) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setTimeout(send, patienceMs);
      waiting.push({ id, resolve, reject });
    });
}
