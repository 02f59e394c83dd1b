import { migrations } from '#domain/schema/migrations.ts';
import { schema } from '#domain/schema/schema.ts';
import { database } from '#functions/platform/cosmos.ts';
import { onSchedule } from '#functions/platform/timer.ts';
import { runMigrations } from './run-migrations.ts';

/** Well below the five minutes a function may run: the next run goes on where this one ended. */
const sliceMs = 4 * 60_000;

onSchedule('schema-migrate', async (now) => {
  await runMigrations({ database, schema, migrations, until: new Date(now.getTime() + sliceMs) });
});
