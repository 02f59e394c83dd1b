import type { Database } from '@azure/cosmos';
import type { Migration } from '#domain/schema/migrations.ts';
import { pagesOf } from './pages-of.ts';

export type Rehearsal = { seen: number; wouldChange: number; wouldFail: string[] };

const mostNamed = 20;

/** Reads everything and writes nothing: how many documents the migration would change, and at which it would stop. */
export async function rehearseMigration(database: Database, { container, migrate }: Migration): Promise<Rehearsal> {
  const pages = pagesOf(database.container(container), null);
  const found: Rehearsal = { seen: 0, wouldChange: 0, wouldFail: [] };
  for (;;) {
    const page = await pages.readNext();
    if (page.statusCode === 304) return found;
    for (const document of page.result) {
      found.seen += 1;
      try {
        if (migrate(document)) found.wouldChange += 1;
      } catch {
        if (found.wouldFail.length < mostNamed) found.wouldFail.push(document.id);
      }
    }
  }
}
