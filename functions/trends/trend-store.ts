import { RestError } from '@azure/storage-blob';
import type { Payers } from '#domain/segments/payers.ts';
import { Seasons, WeeklyCuts } from '#domain/trends/trend.ts';
import { keptView } from '#functions/platform/kept-view.ts';
import { blobContainer } from '#functions/platform/storage.ts';
import { decode, encode } from '#functions/segments/payers-bytes.ts';

const snapshots = blobContainer('snapshots');

/** What the nightly pass has kept of one workspace's past. Null until it was made for the first time. */
export const trendStore = (workspaceId: string) => {
  const weeklyCuts = keptView(workspaceId, 'weekly-cuts', WeeklyCuts);
  const seasons = keptView(workspaceId, 'seasons', Seasons);
  const weekAgo = () => snapshots.getBlockBlobClient(`${workspaceId}.week-ago.payers`);
  return {
    weeklyCuts: (): Promise<WeeklyCuts | null> => weeklyCuts.read(),
    writeWeeklyCuts: (view: WeeklyCuts): Promise<void> => weeklyCuts.write(view),
    seasons: (): Promise<Seasons | null> => seasons.read(),
    writeSeasons: (view: Seasons): Promise<void> => seasons.write(view),

    /** The payers as they were at the end of the last of the weekly cuts. */
    async weekAgo(): Promise<Payers | null> {
      try {
        return decode(await weekAgo().downloadToBuffer()).payers;
      } catch (error) {
        if (error instanceof RestError && error.statusCode === 404) return null;
        throw error;
      }
    },
    async writeWeekAgo(payers: Payers): Promise<void> {
      const bytes = encode(payers, 0);
      await weekAgo().upload(bytes, bytes.byteLength);
    },
  };
};
