import type { FilePlace } from '#domain/files/file.ts';
import { StoredFile } from '#domain/files/file.ts';
import { Version } from '#domain/kernel/ids.ts';
import { container, documents, isStatus } from '#functions/platform/cosmos.ts';
import { fileBytes } from './file-bytes.ts';

const files = container('files');

const KeptFile = StoredFile.extend({ version: Version });
export type KeptFile = StoredFile & { version: string };

/** The newest of a place that are shown: nobody reads further down a list that has no pages. */
const mostShown = 1000;

/** The files of one workspace: what is known of each, and its bytes. */
export const fileStore = (workspaceId: string) => {
  const { find, add, replace, all } = documents('The file', files, KeptFile, workspaceId, { workspaceId });
  const bytes = fileBytes(workspaceId);
  const inPlace = ({ kind, id }: FilePlace, query: string): Promise<KeptFile[]> =>
    all({
      query: `${query} AND c.place.id = @id AND c.place.kind = @kind ORDER BY c.createdAt DESC`,
      parameters: [
        { name: '@id', value: id },
        { name: '@kind', value: kind },
      ],
    });

  return {
    find,
    replace,

    /** False when the id is taken. */
    async add(file: StoredFile): Promise<boolean> {
      try {
        await add(file);
        return true;
      } catch (error) {
        if (isStatus(error, 409)) return false;
        throw error;
      }
    },

    /** Newest first, without deleted ones. */
    inPlace: (place: FilePlace): Promise<KeptFile[]> =>
      inPlace(place, `SELECT TOP ${mostShown} * FROM c WHERE c.deletedAt = null`),

    /** Deleted ones among them. */
    everyIn: (place: FilePlace): Promise<KeptFile[]> => inPlace(place, 'SELECT * FROM c WHERE true'),

    /** The bytes go first: what was cut off begins again at the same file. */
    async purge(fileId: string): Promise<void> {
      await bytes.remove(fileId);
      try {
        await files.item(fileId, workspaceId).delete();
      } catch (error) {
        if (!isStatus(error, 404)) throw error;
      }
    },

    /** Takes a person's name off what they have sent. */
    async renameSender({ memberId, name }: { memberId: string; name: string }): Promise<void> {
      const sent = await all({
        query: 'SELECT * FROM c WHERE c.by.id = @memberId AND c.by.name != @name',
        parameters: [
          { name: '@memberId', value: memberId },
          { name: '@name', value: name },
        ],
      });
      for (const { id } of sent)
        await files.item(id, workspaceId).patch([{ op: 'set', path: '/by/name', value: name }]);
    },

    bytes,
  };
};
