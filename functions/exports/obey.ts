import { ProblemError, problems } from '#domain/kernel/problem.ts';
import { enqueue } from '#functions/platform/storage.ts';
import { systemWork } from '#functions/work.ts';
import { ownerOfAddress } from '#functions/workspaces/addresses.ts';
import { type Bytes, openArchive } from './archive-reader.ts';
import { archives } from './archives.ts';
import { importArchive } from './import-archive.ts';
import { readOrderReport, writeOrderReport } from './order-reports.ts';
import { archiveOf, type Order, type OrderReport, ordersQueue } from './order.ts';
import { emptyWorkspace, forgetWorkspace } from './wipe-workspace.ts';
import { writeArchive } from './write-archive.ts';

type Report = (error: unknown) => void;

/** Does it and says what became of it. What can never be done is refused; what fails is tried again by the queue. */
export async function obey(order: Order, { isLastTry, report }: { isLastTry: boolean; report: Report }): Promise<void> {
  const before = await readOrderReport(order);
  if (before?.state === 'done' || before?.state === 'refused') return;
  if (!before) await writeOrderReport(order, { state: 'working', words: 'Begun.' });
  try {
    await writeOrderReport(order, await doneBy(order, { isRepeated: before !== null, report }));
  } catch (error) {
    const isFinal = error instanceof ProblemError && error.problem.status < 500;
    if (isFinal || isLastTry) await writeOrderReport(order, { state: 'refused', words: wordsOf(error) });
    if (!isFinal) throw error;
  }
}

type Outcome = Omit<OrderReport, 'at'>;

async function doneBy(order: Order, how: { isRepeated: boolean; report: Report }): Promise<Outcome> {
  switch (order.kind) {
    case 'export':
      return backUp(order, how.report);
    case 'import':
      return restore(order, how);
    case 'wipe':
      return wipe(order, how.report);
    case 'wipe-rest':
      return wipeRest(order, how.report);
  }
}

async function backUp(order: Order, report: Report): Promise<Outcome> {
  const work = systemWork(await idAt(order.slug), report);
  await work.audit.add({ action: 'workspace-exported', by: null });
  const { documents, files, bytes } = await writeArchive(work, { kind: 'backup', name: archiveOf(order) });
  return { state: 'done', words: `${documents} documents and ${files} files, ${bytes} bytes.` };
}

async function restore(
  order: Order,
  { isRepeated, report }: { isRepeated: boolean; report: Report },
): Promise<Outcome> {
  const archive = await openArchive(await bytesOf(archiveOf(order)));
  const { documents, files, accounts, accountsTaken } = await importArchive(archive, {
    slug: order.slug,
    isRepeated,
    report,
  });
  const taken = accountsTaken > 0 ? ` ${accountsTaken} e-mail addresses have another account by now.` : '';
  return { state: 'done', words: `${documents} documents, ${files} files and ${accounts} accounts.${taken}` };
}

async function wipe({ orderId, slug, quietSeconds }: Order & { kind: 'wipe' }, report: Report): Promise<Outcome> {
  const workspaceId = await idAt(slug);
  await emptyWorkspace(systemWork(workspaceId, report));
  await enqueue(ordersQueue, { kind: 'wipe-rest', orderId, slug, workspaceId } satisfies Order, quietSeconds);
  return { state: 'working', words: `Its documents and files are gone. The rest follows in ${quietSeconds} seconds.` };
}

async function wipeRest(order: Order & { kind: 'wipe-rest' }, report: Report): Promise<Outcome> {
  const work = systemWork(order.workspaceId, report);
  await emptyWorkspace(work);
  await forgetWorkspace(work, order.slug);
  return { state: 'done', words: 'Nothing of it is left.' };
}

async function idAt(slug: string): Promise<string> {
  const id = await ownerOfAddress(slug);
  if (id === null) throw problems.notFound(`The business ${slug}`);
  return id;
}

async function bytesOf(name: string): Promise<Bytes> {
  const blob = archives.getBlobClient(name);
  if (!(await blob.exists())) throw problems.notFound('The backup');
  return {
    size: (await blob.getProperties()).contentLength!,
    read: async (from, count) => (await blob.download(from, count)).readableStreamBody as AsyncIterable<Uint8Array>,
  };
}

const wordsOf = (error: unknown): string => {
  if (!(error instanceof ProblemError)) return 'It failed several times: see the log.';
  const { title, detail, errors = [] } = error.problem;
  return [title, detail, ...errors.map((one) => one.detail)].filter(Boolean).join('. ');
};
