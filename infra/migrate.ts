// Brings the stored documents to the version of this program, as the program itself does every five minutes.
import { parseArgs } from 'node:util';
import { migrations } from '#domain/schema/migrations.ts';
import { mayWrite, schema } from '#domain/schema/schema.ts';
import { rehearseMigration } from '#functions/schema/rehearse-migration.ts';
import { runMigrations } from '#functions/schema/run-migrations.ts';
import { storedVersionIn } from '#functions/schema/stored-version.ts';
import { cosmosClientFor, localCosmos } from './local/cosmos/client-for.ts';

const { values } = parseArgs({
  options: { 'dry-run': { type: 'boolean', default: false }, cosmos: { type: 'string', default: localCosmos } },
});
const database = cosmosClientFor(values.cosmos).database('crm');
const before = await storedVersionIn(database).read();
console.log(
  `Stored: version ${before}\nThis program: version ${schema.version}, understands ${schema.oldest} and newer`,
);

if (values['dry-run']) await rehearse();
else await run();

async function rehearse(): Promise<void> {
  for (const migration of migrations.filter(({ to }) => to > before)) {
    const { seen, wouldChange, wouldFail } = await rehearseMigration(database, migration);
    console.log(`${migration.id}: ${wouldChange} of ${seen} documents of ${migration.container} would change`);
    for (const id of wouldFail) console.log(`  would stop at ${id}`);
    if (wouldFail.length > 0) process.exitCode = 1;
  }
}

async function run(): Promise<void> {
  const forAsLongAsItTakes = new Date(8.64e15);
  const reached = await runMigrations({ database, schema, migrations, until: forAsLongAsItTakes });
  console.log(reached === before ? 'Nothing to migrate.' : `Migrated to version ${reached}.`);
  if (mayWrite(schema, reached)) return;
  console.error('This program may not write these data: they are of a newer version.');
  process.exitCode = 1;
}
