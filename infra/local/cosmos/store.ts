import { join } from 'node:path';
import type { StatementSync } from 'node:sqlite';
import { openDatabase, transaction } from '../database.ts';

export interface Store {
  /** Prepared once per text. */
  statement(sql: string): StatementSync;
  run(sql: string): void;
  /** All of it or nothing; when this returns, a kill of the process takes none of it back. */
  transaction<Result>(work: () => Result): Result;
  /** The clock, as `_ts` has it; tests move it to see documents expire. */
  seconds(): number;
  close(): void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS databases (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, seconds INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS containers (
    number INTEGER PRIMARY KEY AUTOINCREMENT, database INTEGER NOT NULL, id TEXT NOT NULL, definition TEXT NOT NULL,
    seconds INTEGER NOT NULL, lsn INTEGER NOT NULL,
    UNIQUE (database, id)
  );
  CREATE TABLE IF NOT EXISTS partitions (
    number INTEGER PRIMARY KEY, container INTEGER NOT NULL, key TEXT NOT NULL, UNIQUE (container, key)
  );`;

/**
 * One SQLite file. With `synchronous = NORMAL` an answer means "handed to the system": a kill of this process at any
 * moment loses nothing that was answered. Only when the machine itself goes down may the newest changes be missing, each
 * transaction whole. FULL waits for the disk in every write, and everything else here waits with it.
 */
export function openStore(dir: string, now: () => number): Store {
  const database = openDatabase(join(dir, 'data.sqlite'));
  // One process at a time: log sequence numbers are counted in memory.
  database.exec('PRAGMA locking_mode = EXCLUSIVE;');
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;');
  // What a report reads is larger than any cache: it is read where it lies, not copied out of the file first.
  database.exec('PRAGMA mmap_size = 2147418112;');
  // An import touches thousands of index pages a second: copied into the file every 64 MB, each is copied fewer times.
  database.exec('PRAGMA wal_autocheckpoint = 16384; PRAGMA analysis_limit = 1000;');
  database.exec(schema);
  const statements = new Map<string, StatementSync>();

  const statement = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    if (statements.size > 2000) statements.clear();
    const prepared = database.prepare(sql);
    statements.set(sql, prepared);
    return prepared;
  };

  return {
    statement,
    seconds: () => Math.floor(now() / 1000),
    run: (sql) => database.exec(sql),
    transaction: (work) => transaction(database, work),
    close() {
      statements.clear();
      database.close();
    },
  };
}
