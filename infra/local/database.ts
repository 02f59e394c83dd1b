import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const magic = 'SQLite format 3\0';
const headerBytes = 100;

/**
 * A stand-in's file. What a kill can do to it, a last record written in part, SQLite mends by itself: it was never
 * acknowledged. A file that was cut or overwritten is refused with its name and left as it is. SQLite alone would take
 * a file cut to nothing for a new one.
 */
export function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) refuseDamaged(file);
  else if (existsSync(`${file}-wal`)) throw damaged(file, 'it is gone, and its log is still there');
  else create(file);

  try {
    const database = new DatabaseSync(file);
    database.prepare('PRAGMA schema_version').get();
    return database;
  } catch (error) {
    if (isLocked(error)) throw error;
    throw damaged(file, error instanceof Error ? error.message : String(error));
  }
}

/** Under another name until it has its header: a short file is damage then, never one that has just begun. */
function create(file: string): void {
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  const database = new DatabaseSync(unfinished);
  database.exec('PRAGMA user_version = 1');
  database.close();
  renameSync(unfinished, file);
}

function refuseDamaged(file: string): void {
  const { size } = statSync(file);
  const header = headerOf(file);
  if (size < headerBytes || header.toString('latin1', 0, magic.length) !== magic)
    throw damaged(file, `it is ${size} bytes long and does not begin as a database does`);

  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  if (size >= header.readUInt32BE(28) * pageBytes) return;
  // A kill while the log was copied into it leaves it short too, but then the log has what is missing.
  if (!isWholeWithLog(file)) throw damaged(file, `its end is missing after ${size} bytes`);
}

function headerOf(file: string): Buffer {
  const header = Buffer.alloc(headerBytes);
  const handle = openSync(file, 'r');
  readSync(handle, header, 0, headerBytes, 0);
  closeSync(handle);
  return header;
}

/** Read only, because closing would copy the log into a file that is damaged. */
function isWholeWithLog(file: string): boolean {
  if (!existsSync(`${file}-wal`)) return false;
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      return database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok';
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

const isLocked = (error: unknown): boolean => error instanceof Error && error.message.includes('locked');

const damaged = (file: string, what: string): Error =>
  new Error(
    `${file} is damaged: ${what}. It was left as it is. Put a copy of it back, or begin anew: npm start -- --fresh.`,
  );

/** All of it or nothing. A write for which the disk has no room is refused by the file's name; what was there stays. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
  try {
    database.exec('BEGIN IMMEDIATE');
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    // SQLite has already rolled back by itself when the disk is full.
    if (database.isTransaction) database.exec('ROLLBACK');
    throw isUnwritable(error) ? unwritable(database.location() ?? '', error) : error;
  }
}

/** SQLITE_IOERR, which has many kinds, and SQLITE_FULL. */
const noRoom = [10, 13];
const isUnwritable = (error: unknown): error is Error =>
  error instanceof Error && 'errcode' in error && noRoom.includes(Number(error.errcode) & 0xff);

const unwritable = (file: string, cause: Error): Error =>
  new Error(`${file} cannot be written: ${cause.message}. Is the disk full? Nothing of this request was kept.`, {
    cause,
  });
