import * as z from 'zod';
import { Version } from '#domain/kernel/ids.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { Day, Moment } from '#domain/kernel/time.ts';
import { neverRebuilt, Rebuild } from '#domain/segments/rebuild.ts';
import { container, documents, isStatus } from '#functions/platform/cosmos.ts';

const workspaces = container('workspaces');
const id = 'segment-rebuild';

const StoredRebuild = Rebuild.extend({
  id: z.literal(id),
  /** The workspace's day on which the last one was asked for. */
  day: Day.nullable(),
  /** When the one at work last said how far it is. */
  heardAt: Moment.nullable(),
  version: Version.nullable(),
});
export type StoredRebuild = z.infer<typeof StoredRebuild>;

const never: StoredRebuild = { ...neverRebuilt, id, day: null, heardAt: null, version: null };

export const rebuildStore = (workspaceId: string) => {
  const Kept = StoredRebuild.extend({ version: Version });
  const { find, add, replace } = documents('The rebuild', workspaces, Kept, workspaceId, { workspaceId, kind: id });
  return {
    get: async (): Promise<StoredRebuild> => (await find(id)) ?? never,

    /** Only over the one that was read: null when somebody else was faster. */
    async keep({ version, ...rebuild }: StoredRebuild): Promise<StoredRebuild | null> {
      try {
        return version === null ? await add(rebuild) : await replace({ ...rebuild, version });
      } catch (error) {
        const isLate = isStatus(error, 409) || (error instanceof ProblemError && error.problem.status === 412);
        if (isLate) return null;
        throw error;
      }
    },
  };
};
