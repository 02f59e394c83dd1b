import { isShownInPage } from '#domain/files/file-rules.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { ProducedBytes, ProducedPicture } from '#domain/kernel/route.ts';
import type { Visit, Work } from '#functions/work.ts';
import { readLink, signLink } from './file-link.ts';
import { readOpenFile, refuseClosed } from './read-place.ts';

/** Asked for when somebody opens a file, so that each opening is checked anew. */
export async function linkFile(work: Work, fileId: string): Promise<{ url: string; expiresAt: string }> {
  const file = await readOpenFile(work, fileId);
  const disposition = isShownInPage(file) ? 'inline' : 'attachment';
  const { token, expiresAt } = signLink({ workspaceId: work.workspaceId, fileId, disposition }, work.now());
  return { url: `/api/files/open/${token}`, expiresAt };
}

/** The link says who may; that the file is still there and clean is asked again. */
export async function openFile({ in: inWorkspace, now }: Visit, token: string): Promise<ProducedBytes> {
  const { workspaceId, fileId, disposition } = readLink(token, now());
  const { files } = inWorkspace(workspaceId);
  const file = await files.find(fileId);
  if (!file) throw problems.notFound('The file');
  refuseClosed(file);
  const bytes = await files.bytes.open(fileId);
  if (!bytes) throw problems.notFound('The file');
  return { bytes, size: file.bytes, type: file.type, fileName: file.name, disposition };
}

export async function showThumbnail(work: Work, fileId: string): Promise<ProducedPicture> {
  const { picture } = await readOpenFile(work, fileId);
  const bytes = picture && (await work.files.bytes.thumbnail(fileId));
  if (!bytes) throw problems.notFound('The picture');
  return { bytes, etag: `"${fileId}"` };
}
