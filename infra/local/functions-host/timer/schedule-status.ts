import { text } from 'node:stream/consumers';
import { BlobServiceClient } from '@azure/storage-blob';
import * as z from 'zod';
import type { Schedule } from './schedule.ts';

/** As Azure stores it and shows it to the function. */
const ScheduleStatus = z.object({ Last: z.string(), Next: z.string(), LastUpdated: z.string() });
export type ScheduleStatus = z.infer<typeof ScheduleStatus>;

export type StatusStore = { read(): Promise<ScheduleStatus | null>; write(status: ScheduleStatus): Promise<void> };

export const neverRan = '0001-01-01T00:00:00+00:00';

/** Where Azure keeps it too: beside the app's own storage, so that a missed run is known after a restart. */
export async function blobStatus(functionName: string, connectionString: string): Promise<StatusStore> {
  const container = BlobServiceClient.fromConnectionString(connectionString).getContainerClient('azure-webjobs-hosts');
  await container.createIfNotExists();
  const blob = container.getBlockBlobClient(`timers/local/Host.Functions.${functionName}/status`);
  return {
    async read() {
      if (!(await blob.exists())) return null;
      const { readableStreamBody } = await blob.download();
      return readableStreamBody ? ScheduleStatus.parse(JSON.parse(await text(readableStreamBody))) : null;
    },
    async write(status) {
      const body = JSON.stringify(status);
      await blob.upload(body, Buffer.byteLength(body));
    },
  };
}

export const noStatus: StatusStore = { read: async () => null, write: async () => {} };

/** What a starting host makes of the stored status: the run it missed, if the schedule is still the same. */
export function statusAtStart(stored: ScheduleStatus | null, schedule: Schedule, now: Date) {
  if (!stored) {
    const status = { Last: neverRan, Next: schedule.next(now).toISOString(), LastUpdated: now.toISOString() };
    return { status, isPastDue: false };
  }

  const since = stored.Last === neverRan ? stored.LastUpdated : stored.Last;
  const expected = schedule.next(new Date(since));
  const isPast = now > expected;
  if (expected.toISOString() === stored.Next) return { status: stored, isPastDue: isPast };

  // The schedule has changed: its past occurrences were never promised.
  const next = isPast ? schedule.next(now) : expected;
  return { status: { ...stored, Next: next.toISOString(), LastUpdated: now.toISOString() }, isPastDue: false };
}
