import type { OperationInput, PartitionKey } from '@azure/cosmos';
import { contentOf, documentsOf, type Manifest } from '#domain/exports/manifest.ts';
import { problems } from '#domain/kernel/problem.ts';
import { schema } from '#domain/schema/schema.ts';
import { chunksOf, runBatch } from '#functions/platform/batch.ts';
import { container } from '#functions/platform/cosmos.ts';
import { systemWork, type SystemWork } from '#functions/work.ts';
import { claimAddress } from '#functions/workspaces/addresses.ts';
import { AccountRecord, restoreAccount } from './account-records.ts';
import { gathered, type OpenArchive } from './archive-reader.ts';
import { writeBlob } from './blobs.ts';
import { checkArchive, documentsFrom, readManifest } from './check-archive.ts';
import { containerOf, isPartName, type PartName, type StoredDocument } from './inventory.ts';
import { pointTo } from './pointers.ts';
import { accountsPart } from './write-archive.ts';

export type TakenIn = { documents: number; files: number; accounts: number; accountsTaken: number };

type Asked = {
  /** The address it is expected to have. */
  slug: string;
  /** This import was cut off and goes on: what is here is its own. */
  isRepeated: boolean;
  report: (error: unknown) => void;
};

/**
 * Makes a business again of its backup. All of it is read and checked before anything is written, and only where nothing
 * of that business is; what was cut off is done again from its beginning. Its members come last: until then nobody is in.
 */
export async function importArchive(archive: OpenArchive, { slug, isRepeated, report }: Asked): Promise<TakenIn> {
  const manifest = await readManifest(archive);
  await checkArchive(archive, manifest, schema.version);
  const { workspace } = manifest;
  if (workspace.slug !== slug) throw problems.conflict(`It is the backup of ${workspace.slug}, not of ${slug}.`);
  const work = systemWork(workspace.id, report);
  if (!isRepeated && (await work.workspace.find())) throw problems.conflict(`The business ${slug} is here already.`);
  if (!(await claimAddress(slug, workspace.id))) throw problems.conflict(`The address ${slug} has another business.`);

  const done: TakenIn = { documents: 0, files: 0, accounts: 0, accountsTaken: 0 };
  for (const file of manifest.files) await takeIn(work, archive, file, done);
  await work.audit.add({
    action: 'workspace-imported',
    by: null,
    on: { kind: 'workspace', id: workspace.id, name: workspace.name },
    detail: { from: manifest.exportedAt },
  });
  return done;
}

async function takeIn(
  { workspaceId }: SystemWork,
  archive: OpenArchive,
  { name, type, metadata }: Manifest['files'][number],
  done: TakenIn,
): Promise<void> {
  const content = contentOf(name);
  if (content?.kind === 'blob') {
    await writeBlob(content, { bytes: await gathered(archive.open(name)), type, metadata });
    done.files += 1;
  }
  if (content?.kind !== 'documents') return;
  if (name === documentsOf(accountsPart)) return takeInAccounts(archive.open(name), done);
  if (!isPartName(content.part)) return;
  for await (const some of inHundreds(documentsFrom(archive.open(name)))) {
    await writeDocuments(content.part, some as StoredDocument[]);
    for (const document of some) await pointTo(workspaceId, content.part, document as StoredDocument);
    done.documents += some.length;
  }
}

async function takeInAccounts(bytes: AsyncIterable<Uint8Array>, done: TakenIn): Promise<void> {
  for await (const record of documentsFrom(bytes)) {
    if (await restoreAccount(AccountRecord.parse(record))) done.accounts += 1;
    else done.accountsTaken += 1;
  }
}

async function* inHundreds<T>(items: AsyncIterable<T>): AsyncIterable<T[]> {
  let some: T[] = [];
  for await (const item of items) {
    some.push(item);
    if (some.length < 100) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}

/** The second value of the key, where a container has two. */
const secondKey: Partial<Record<PartName, string>> = {
  notifications: 'memberId',
  audit: 'month',
  seats: 'memberId',
  rooms: 'roomId',
};
/** A batch holds two megabytes; a message with all its files is far below a tenth of it. */
const inBatch = 20;

async function writeDocuments(part: PartName, documents: readonly StoredDocument[]): Promise<void> {
  const second = secondKey[part];
  const keyOf = (document: StoredDocument): string => (second ? String(document[second]) : '');
  for (const [value, ofKey] of Map.groupBy(documents, keyOf)) {
    const { workspaceId } = ofKey[0]!;
    const key: PartitionKey = second ? [workspaceId, value] : workspaceId;
    for (const chunk of chunksOf(ofKey, inBatch)) {
      const operations = chunk.map(
        (document) => ({ operationType: 'Upsert', resourceBody: document }) as OperationInput,
      );
      const outcome = await runBatch(container(containerOf(part)), operations, key);
      if (outcome !== 'done') throw problems.busy(1);
    }
  }
}
