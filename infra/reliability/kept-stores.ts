import { openStore as openCosmos } from '../local/cosmos/store.ts';
import { openMailStore } from '../local/mail/mail-store.ts';
import { openStore as openStripe } from '../local/stripe/store.ts';

export type Kept = {
  write: (at: number) => void;
  count: () => number;
  /** No more pages than this may the file have: SQLite then answers as on a full disk. */
  limit: (pages: number) => void;
  close: () => void;
};
const written = 'x'.repeat(3000);

/** Each stand-in's file, with one way to write and one to count what is there. */
export const stores: { name: string; file: string; open: (dir: string) => Kept }[] = [
  {
    name: 'cosmos',
    file: 'data.sqlite',
    open(dir) {
      const store = openCosmos(dir, () => 0);
      const insert = 'INSERT INTO partitions (container, key) VALUES (1, ?)';
      return {
        write: (at) => store.transaction(() => store.statement(insert).run(`${at}${written}`)),
        limit: (pages) => store.run(`PRAGMA max_page_count = ${pages}`),
        count: () => Number(store.statement('SELECT COUNT(*) AS count FROM partitions').get()?.['count']),
        close: () => store.close(),
      };
    },
  },
  {
    name: 'stripe',
    file: 'stripe.sqlite',
    open(dir) {
      const store = openStripe(dir);
      return {
        write: (at) => store.together(() => store.put('', 'charge', { id: `ch_${at}`, description: written } as never)),
        limit: (pages) => store.db.exec(`PRAGMA max_page_count = ${pages}`),
        count: () => store.list('charge', { account: '', limit: 1000 }).length,
        close: () => store.close(),
      };
    },
  },
  {
    name: 'mail',
    file: 'mail.sqlite',
    open(dir) {
      const store = openMailStore(dir);
      return {
        write: () => store.add(['ada@example.com'], Buffer.from(`Subject: a\r\n\r\n${written}`)),
        limit: (pages) => store.db.exec(`PRAGMA max_page_count = ${pages}`),
        count: () => store.list('ada@example.com').length,
        close: () => store.close(),
      };
    },
  },
];
