import * as z from 'zod';
import { Version } from '#domain/kernel/ids.ts';
import { problems } from '#domain/kernel/problem.ts';
import { SegmentSettings, usualSettings } from '#domain/segments/settings.ts';
import { container, documents, isStatus } from '#functions/platform/cosmos.ts';

const workspaces = container('workspaces');
const id = 'segment-settings';
const what = 'The segment settings';
const Stored = z.object({ ...SegmentSettings.shape, id: z.string(), version: Version });

export const segmentSettingsStore = (workspaceId: string) => {
  const stored = documents(what, workspaces, Stored, workspaceId, { workspaceId, kind: id });
  return {
    get: async (): Promise<SegmentSettings> => {
      const found = await stored.find(id);
      if (!found) return usualSettings;
      const { scheme, weights, bins, incomes, version } = found;
      return { scheme, weights, bins, incomes, version };
    },

    /** Only over the version that was read: 412 otherwise. */
    async put({ version, ...settings }: SegmentSettings): Promise<void> {
      if (version !== null) return void (await stored.replace({ ...settings, id, version }));
      try {
        await stored.add({ ...settings, id });
      } catch (error) {
        if (isStatus(error, 409)) throw problems.changedMeanwhile(what);
        throw error;
      }
    },
  };
};
