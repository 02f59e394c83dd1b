import { createHash } from 'node:crypto';
import * as z from 'zod';
import { busyStates, Import } from '#domain/imports/import.ts';
import type { NumberedRow } from '#domain/imports/history-row.ts';
import { Version } from '#domain/kernel/ids.ts';
import type { Page, PageQuery } from '#domain/kernel/page.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { Day } from '#domain/kernel/time.ts';
import { Place } from '#domain/places/place.ts';
import { container, documents } from '#functions/platform/cosmos.ts';
import { blobContainer } from '#functions/platform/storage.ts';
import { Table } from './table.ts';

const jobs = container('jobs');
const files = blobContainer('imports');

const StoredImport = Import.extend({ version: Version });
export type StoredImport = z.infer<typeof StoredImport>;

const Rows = z.array(
  z.object({
    reference: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    paidOn: Day,
    amount: z.int(),
    occurrence: z.int(),
    place: Place.nullable().default(null),
    bornOn: Day.nullable().default(null),
  }),
);

/** Imports of one workspace: how far each is, the file as it came, and what was read from it. */
export const importStore = (workspaceId: string) => {
  const { find, get, add, replace, page, all } = documents('The import', jobs, StoredImport, workspaceId, {
    workspaceId,
    kind: 'import',
  });
  const blob = (importId: string, name: string) => files.getBlockBlobClient(`${workspaceId}/${importId}/${name}`);
  const keep = async (importId: string, name: string, content: Uint8Array): Promise<void> =>
    void (await blob(importId, name).uploadData(content));
  const read = (importId: string, name: string): Promise<Buffer> => blob(importId, name).downloadToBuffer();

  // Two checks of one import may overlap: each keeps what it read under the mapping it read by.
  const under = (name: string, { mapping }: Pick<Import, 'mapping'>): string =>
    `${name}.${createHash('sha256').update(JSON.stringify(mapping)).digest('hex').slice(0, 16)}`;

  return {
    find,
    get,
    add: (started: Import): Promise<StoredImport> => add(started),

    list: (where: PageQuery): Promise<Page<Import>> =>
      page({ query: `SELECT * FROM c WHERE c.kind = 'import' ORDER BY c.createdAt DESC` }, where),

    /** The others that store or take back rows now. */
    async othersAtWork(importId: string): Promise<StoredImport[]> {
      const query = `SELECT * FROM c WHERE c.kind = 'import' AND ARRAY_CONTAINS(@states, c.state)`;
      const busy = await all({ query, parameters: [{ name: '@states', value: [...busyStates] }] });
      return busy.filter(({ id }) => id !== importId);
    },

    /** Only over the version that was read: null when somebody else was faster. */
    async keepProgress(job: StoredImport): Promise<StoredImport | null> {
      try {
        return await replace(job);
      } catch (error) {
        if (error instanceof ProblemError && error.problem.status === 412) return null;
        throw error;
      }
    },

    keepFile: (importId: string, bytes: Uint8Array): Promise<void> => keep(importId, 'file', bytes),

    keepTable: (importId: string, table: Table): Promise<void> =>
      keep(importId, 'table.json', Buffer.from(JSON.stringify(table))),
    table: async (importId: string): Promise<Table> =>
      Table.parse(JSON.parse((await read(importId, 'table.json')).toString())),

    keepRows: (job: Import, rows: NumberedRow[]): Promise<void> =>
      keep(job.id, under('rows.json', job), Buffer.from(JSON.stringify(rows))),
    rows: async (job: Import): Promise<NumberedRow[]> =>
      Rows.parse(JSON.parse((await read(job.id, under('rows.json', job))).toString())),

    /** Every import there is a document of, with all that was read from its file. */
    every: (): Promise<StoredImport[]> => all({ query: `SELECT * FROM c WHERE c.kind = 'import'` }),

    /** Rewrites all that was read from the file and takes the file away, as well as what quotes its lines. */
    async rewriteTexts(importId: string, rewrite: (text: string) => string): Promise<void> {
      for await (const { name } of files.listBlobsFlat({ prefix: `${workspaceId}/${importId}/` })) {
        const kept = files.getBlockBlobClient(name);
        if (!/\/(table|rows)\.json/.test(name)) await kept.deleteIfExists();
        else await kept.uploadData(Buffer.from(rewrite((await kept.downloadToBuffer()).toString())));
      }
    },

    keepErrors: (job: Import, csv: string): Promise<void> => keep(job.id, under('errors.csv', job), Buffer.from(csv)),
    /** Null once somebody whom it quotes was erased. */
    async errors(job: Import): Promise<string | null> {
      const csv = files.getBlockBlobClient(`${workspaceId}/${job.id}/${under('errors.csv', job)}`);
      return (await csv.exists()) ? (await csv.downloadToBuffer()).toString() : null;
    },
  };
};

const keptDays = 30;

/** The daily round: what was read from files goes with the documents of their imports, which end by their age. */
export async function removeOldFiles(now: Date, prefix = ''): Promise<void> {
  const before = now.getTime() - keptDays * 86_400_000;
  for await (const { name, properties } of files.listBlobsFlat({ prefix }))
    if (properties.lastModified.getTime() <= before) await files.getBlobClient(name).deleteIfExists();
}
