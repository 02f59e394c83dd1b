import { cleanFileName } from '#domain/files/file-name.ts';
import { fileRefusal } from '#domain/files/file-rules.ts';
import type { FilePlace, StoredFile } from '#domain/files/file.ts';
import { problems } from '#domain/kernel/problem.ts';
import { takeTry } from '#functions/accounts/tries.ts';
import { config } from '#functions/platform/config.ts';
import type { Work } from '#functions/work.ts';
import { lookAt } from './look-at-bytes.ts';
import { readPlace } from './read-place.ts';
import { tellOfFile } from './tell-of-file.ts';

/** 25 GB at most: nobody fills the store of a business in an afternoon. */
const uploads = { purpose: 'file-uploads', most: 1000, windowSeconds: 3600 };

type Sent = { fileId: string; bytes: Uint8Array; fileName: string | null };

/** The same id again is the same file, with the bytes that came first: an upload whose answer was lost is repeated. */
export async function addFile(
  work: Work,
  place: FilePlace,
  { fileId, bytes, fileName }: Sent,
  areFilesScanned: boolean = config.areFilesScanned,
): Promise<StoredFile> {
  const { caller, files, now } = work;
  await readPlace(work, place);
  const before = await files.find(fileId);
  if (before) return sameFile(before, { place, memberId: caller.memberId });

  const name = cleanFileName(fileName);
  refuse({ name, bytes: bytes.byteLength, type: '' });
  await takeTry(work, uploads, caller.accountId);
  const { thumbnail, type, picture } = await lookAt(bytes);
  const file: StoredFile = {
    id: fileId,
    place,
    name,
    type,
    bytes: bytes.byteLength,
    picture,
    state: areFilesScanned ? 'checking' : 'ready',
    by: { id: caller.memberId, name: caller.name },
    createdAt: now().toISOString(),
    deletedAt: null,
  };
  refuse(file);

  // The bytes before the record: what is listed is there.
  if (!(await files.bytes.keep(fileId, bytes))) throw taken();
  if (thumbnail) await files.bytes.keepThumbnail(fileId, thumbnail);
  if (!(await files.add(file))) return sameFile(await files.find(fileId), { place, memberId: caller.memberId });
  await tellOfFile(work, file);
  return file;
}

function refuse(file: Pick<StoredFile, 'name' | 'bytes' | 'type'>): void {
  const reason = fileRefusal(file);
  if (reason !== null) throw problems.badFile(reason);
}

const taken = () => problems.conflict('Another file has this id. Please choose the file again.');

/** Not somebody else's, nor one's own at another place: ids are made by clients, and who knows one may not use it. */
function sameFile(file: StoredFile | null, { place, memberId }: { place: FilePlace; memberId: string }): StoredFile {
  const isSame = file?.by.id === memberId && file.place.kind === place.kind && file.place.id === place.id;
  if (!isSame) throw taken();
  return file;
}
