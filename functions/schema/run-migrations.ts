import type { Database } from '@azure/cosmos';
import type { Migration } from '#domain/schema/migrations.ts';
import type { Schema } from '#domain/schema/schema.ts';
import { runMigration } from './run-migration.ts';
import { storedVersionIn } from './stored-version.ts';

type Ground = { database: Database; schema: Schema; migrations: readonly Migration[]; until: Date };

/**
 * Brings all stored documents to the version of the program, one version after the other, and answers the one reached.
 * Ends early at `until`; what fails is thrown, and the version stays. Either way the next run goes on from there.
 */
export async function runMigrations({ database, schema, migrations, until }: Ground): Promise<number> {
  const stored = storedVersionIn(database);
  let version = await stored.read();
  while (version < schema.version) {
    const next = version + 1;
    for (const migration of migrations.filter(({ to }) => to === next))
      if (!(await runMigration(database, migration, until))) return version;
    if (!(await stored.raise(version, next))) return stored.read();
    version = next;
  }
  return version;
}
