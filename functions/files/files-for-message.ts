import type { FileInRoom } from '#domain/files/file.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { Work } from '#functions/work.ts';

/** What a message carries of files uploaded to its room before; 400 names one that is not there. In the given order. */
export const filesForMessage = (
  { files }: Pick<Work, 'files'>,
  roomId: string,
  ids: readonly string[],
): Promise<FileInRoom[]> =>
  Promise.all(
    ids.map(async (fileId, at) => {
      const file = await files.find(fileId);
      const isHere = file?.place.kind === 'room' && file.place.id === roomId && file.deletedAt === null;
      if (!isHere || file.state === 'quarantined')
        throw problems.invalid([{ pointer: `/body/files/${at}`, detail: 'This file is not in this room' }]);
      const { id, name, type, bytes, picture } = file;
      return { id, name, type, bytes, picture };
    }),
  );
