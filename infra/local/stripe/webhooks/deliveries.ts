import type { SQLInputValue } from 'node:sqlite';
import type { Store } from '../store.ts';

export interface Delivery {
  seq: number;
  event_id: string;
  endpoint: string;
  state: 'pending' | 'delivered' | 'dropped' | 'given up';
  attempts: number;
  next_at: number;
  last_result: string | null;
}

/** The queue of one endpoint, on disk. */
export function deliveriesOf({ db, together }: Store, endpoint: string) {
  const due = db.prepare(
    `select * from deliveries where endpoint = ? and state = 'pending' and next_at <= ? order by next_at, seq limit ?`,
  );
  const next = db.prepare("select min(next_at) as at from deliveries where endpoint = ? and state = 'pending'");
  const update = db.prepare(
    'update deliveries set state = ?, attempts = attempts + 1, next_at = ?, last_result = ? where seq = ?',
  );
  let unwritten: { values: SQLInputValue[]; written: PromiseWithResolvers<void> }[] = [];

  /** What came back at about the same moment is written together: each write waits for the disk. */
  function write(...values: SQLInputValue[]): Promise<void> {
    const written = Promise.withResolvers<void>();
    if (unwritten.length === 0) setImmediate(writeAll);
    unwritten.push({ values, written });
    return written.promise;
  }

  function writeAll(): void {
    const results = unwritten;
    unwritten = [];
    try {
      together(() => results.forEach(({ values }) => update.run(...values)));
      results.forEach(({ written }) => written.resolve());
    } catch (error) {
      results.forEach(({ written }) => written.reject(error));
    }
  }

  const hurry = db.prepare("update deliveries set next_at = ? where endpoint = ? and state = 'pending'");

  return {
    /** The oldest first. */
    due: (limit: number) => due.all(endpoint, Date.now(), limit) as unknown as Delivery[],
    /** When the next one is due, in milliseconds; undefined when none waits. */
    nextAt: (): number | undefined => {
      const at = next.get(endpoint)?.['at'];
      return typeof at === 'number' ? at : undefined;
    },
    finish: ({ seq }: Delivery, state: 'delivered' | 'given up', result: string): Promise<void> =>
      write(state, Date.now(), result, seq),
    retry: ({ seq }: Delivery, waitMs: number, result: string): Promise<void> =>
      write('pending', Date.now() + waitMs, result, seq),
    /** Somebody may just have come up: what waits is tried at once. */
    hurry: (): void => void hurry.run(Date.now(), endpoint),
  };
}

export const allDeliveries = ({ db }: Store) =>
  db.prepare('select * from deliveries order by seq').all() as unknown as Delivery[];

/** An endpoint that is gone gets nothing more. */
export const giveUp = ({ db }: Store, endpoint: string): void =>
  void db.prepare("update deliveries set state = 'given up' where endpoint = ? and state = 'pending'").run(endpoint);
