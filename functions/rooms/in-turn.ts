const last = new Map<string, Promise<unknown>>();

/**
 * Those of this process who write in one room do it one after the other: of a hundred at once each would lose to all
 * before it. Nothing relies on it, as another process knows nothing of it. `isFirst` when nobody had to be waited for.
 */
export async function inTurn<T>(room: string, write: (isFirst: boolean) => Promise<T>): Promise<T> {
  const before = last.get(room);
  const next = () => write(false);
  const mine = before ? before.then(next, next) : write(true);
  last.set(room, mine);
  try {
    return await mine;
  } finally {
    if (last.get(room) === mine) last.delete(room);
  }
}
