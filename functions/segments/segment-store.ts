import { SegmentCuts } from '#domain/segments/cuts.ts';
import { payersOf } from '#domain/segments/payers.ts';
import { SegmentSummary } from '#domain/segments/segment.ts';
import { summarise } from '#domain/segments/summarise.ts';
import { container, isStatus } from '#functions/platform/cosmos.ts';
import { setAside } from '#functions/platform/dead-letters.ts';
import { snapshotStore } from './snapshot-store.ts';

const workspaces = container('workspaces');

/** The cuts stand beside what people see: every score is derived from them. */
const StoredSummary = SegmentSummary.extend({ cuts: SegmentCuts.nullable() });
export type StoredSummary = ReturnType<typeof StoredSummary.parse>;

const id = 'segment-summary';
const before: StoredSummary = { version: 0, updatedAt: null, ...summarise(payersOf(0)) };

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

    setAside: (letter: { documentId: string; reason: string; at: Date }): Promise<void> =>
      setAside({ workspaceId, source: 'payments', ...letter }),
  };
};
