import * as z from 'zod';
import { Day, Moment } from '#domain/kernel/time.ts';
import { SegmentCuts } from '#domain/segments/cuts.ts';
import { container, isStatus } from '#functions/platform/cosmos.ts';
import { setAside } from '#functions/platform/dead-letters.ts';
import { scoredWorkspaces } from './scored-workspaces.ts';
import { snapshotStore } from './snapshot-store.ts';

const workspaces = container('workspaces');

/** What one pass over the snapshot of that version said. What people see is derived from it. */
const StoredSummary = z.object({
  version: z.int(),
  updatedAt: Moment.nullable(),
  /** The workspace's day on which it was made: fixed steps of recency are counted from it. */
  day: Day.nullable(),
  payers: z.int(),
  cells: z.array(z.int()).length(125),
  population: z.array(z.int()).length(5),
  cuts: SegmentCuts.nullable(),
});
export type StoredSummary = z.infer<typeof StoredSummary>;

const id = 'segment-summary';
const before: StoredSummary = {
  version: 0,
  updatedAt: null,
  day: null,
  payers: 0,
  cells: new Array<number>(125).fill(0),
  population: [0, 0, 0, 0, 0],
  cuts: null,
};

export const segmentStore = (workspaceId: string) => {
  const read = async () => {
    const { resource } = await workspaces.item(id, workspaceId).read<{ _etag: string }>();
    return resource ? { summary: StoredSummary.parse(resource), etag: resource._etag } : null;
  };

  return {
    ...snapshotStore(workspaceId),

    summary: async (): Promise<StoredSummary> => (await read())?.summary ?? before,

    /** Writes only over a lower version; false when a newer one, or this one, stands already. */
    async replaceSummary(summary: StoredSummary): Promise<boolean> {
      const document = { ...summary, id, kind: id, workspaceId };
      for (;;) {
        const current = await read();
        if ((current?.summary ?? before).version >= summary.version) return false;
        try {
          if (!current) await workspaces.items.create(document);
          else {
            const accessCondition = { type: 'IfMatch', condition: current.etag };
            await workspaces.item(id, workspaceId).replace(document, { accessCondition });
          }
          return true;
        } catch (error) {
          if (!isStatus(error, 409) && !isStatus(error, 412)) throw error;
        }
      }
    },

    /** Before the first snapshot, so that the nightly round never misses one. */
    noteScored: (): Promise<void> => scoredWorkspaces.note(workspaceId),

    setAside: (letter: { documentId: string; reason: string; at: Date }): Promise<void> =>
      setAside({ workspaceId, source: 'payments', ...letter }),
  };
};
