import { isThere, linkMinutes } from '#domain/exports/export.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { ProducedBytes } from '#domain/kernel/route.ts';
import { hashOf, newToken, sameSecret } from '#functions/accounts/secrets.ts';
import type { Work } from '#functions/work.ts';
import { noteExport } from './note-export.ts';

/** The link is asked for by a person who has just proved who they are; the browser then follows it. */
export async function linkArchive(work: Work, exportId: string): Promise<{ token: string }> {
  const { exports, now } = work;
  const token = newToken();
  const until = new Date(now().getTime() + linkMinutes * 60_000).toISOString();
  const job = await exports.get(exportId);
  if (!isThere(job, now())) throw gone();
  if (!(await exports.keep({ ...job, link: { tokenHash: hashOf(token), until } })))
    throw problems.changedMeanwhile('The export');
  await noteExport(work, 'workspace-export-taken');
  return { token };
}

export async function openArchiveOf(
  { exports, workspace, now }: Work,
  exportId: string,
  token: string,
): Promise<ProducedBytes> {
  const job = await exports.get(exportId);
  if (!isThere(job, now())) throw gone();
  if (!job.link || !sameSecret(job.link.tokenHash, hashOf(token))) throw problems.notFound('The file');
  if (now().toISOString() >= job.link.until) throw problems.linkExpired();
  return {
    bytes: await exports.open(exportId),
    size: job.bytes,
    type: 'application/zip',
    fileName: `${(await workspace.get()).slug}-${job.createdAt.slice(0, 10)}.zip`,
    disposition: 'attachment',
  };
}

const gone = () => problems.conflict('The file of this export is not there: please export again.');
