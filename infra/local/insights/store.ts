import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Envelope, type Item, itemOf } from './envelope.ts';

export type Wanted = { kind?: string | undefined; operation?: string | undefined; name?: string | undefined };

export type InsightsStore = Awaited<ReturnType<typeof openInsightsStore>>;

/** One line of JSON for each envelope, as it came. */
export async function openInsightsStore(dir: string) {
  await mkdir(dir, { recursive: true });
  const file = join(dir, 'telemetry.ndjson');
  await appendFile(file, '');

  return {
    file,

    add: (envelopes: readonly Envelope[]): Promise<void> =>
      appendFile(file, envelopes.map((envelope) => `${JSON.stringify(envelope)}\n`).join('')),

    /** Newest first, 500 at most. */
    async list({ kind, operation, name }: Wanted): Promise<Item[]> {
      const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
      const items = lines.map((line) => itemOf(Envelope.parse(JSON.parse(line))));
      const found = items.filter(
        (item) =>
          (kind ?? item.kind) === item.kind &&
          (operation ?? item.operation) === item.operation &&
          (name ?? item.name) === item.name,
      );
      return found.toReversed().slice(0, 500);
    },
  };
}
