import { join } from 'node:path';
import { openDatabase, transaction } from '../database.ts';
import { readMail, type ReadableMail } from './mime.ts';

export interface Message extends ReadableMail {
  id: number;
  /** Who receives it, as the SMTP envelope says. */
  to: string[];
  /** ISO 8601. */
  at: string;
}

export type MailStore = ReturnType<typeof openMailStore>;

/** Messages in a file: what was added, no kill of this process takes back. To wait for the disk holds up the rest. */
export function openMailStore(dir: string) {
  const db = openDatabase(join(dir, 'mail.sqlite'));
  db.exec(`
    pragma journal_mode = wal;
    pragma synchronous = normal;
    create table if not exists messages (
      id integer primary key autoincrement,
      at text not null,
      recipients text not null,
      raw blob not null
    ) strict;
  `);

  return {
    db,

    add(to: string[], raw: Buffer): void {
      const recipients = JSON.stringify(to.map((address) => address.toLowerCase()));
      const insert = db.prepare('insert into messages (at, recipients, raw) values (?, ?, ?)');
      transaction(db, () => insert.run(new Date().toISOString(), recipients, raw));
    },

    /** Newest first; to everybody, or to one address in any case of letters. */
    list(to?: string | null): Message[] {
      const rows = to
        ? db
            .prepare(
              `select * from messages where exists (select 1 from json_each(recipients) where value = ?) order by id desc`,
            )
            .all(to.toLowerCase())
        : db.prepare('select * from messages order by id desc limit 500').all();
      return (rows as unknown as Row[]).map(messageOf);
    },

    find(id: number): Message | undefined {
      const row = db.prepare('select * from messages where id = ?').get(id);
      return row && messageOf(row as unknown as Row);
    },

    clear: () => db.exec('delete from messages'),
    close: () => db.close(),
  };
}

interface Row {
  id: number;
  at: string;
  recipients: string;
  raw: Uint8Array;
}

const messageOf = ({ id, at, recipients, raw }: Row): Message => ({
  id,
  at,
  to: JSON.parse(recipients) as string[],
  ...readMail(Buffer.from(raw)),
});
