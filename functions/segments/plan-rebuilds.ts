import { dayIn } from '#domain/kernel/time.ts';
import { systemWork, type SystemWork } from '#functions/work.ts';
import { rescore } from './remeasure.ts';
import { scoredWorkspaces } from './scored-workspaces.ts';
import { startRebuild } from './start-rebuild.ts';

/** The hour of a workspace's day from which its nightly rebuild may run. */
const nightHour = 2;

/** The hourly round: one business that cannot be looked after now does not keep the others, and is tried in an hour. */
export async function planRebuilds(now: Date, report: (error: unknown) => void): Promise<void> {
  for await (const workspaceId of scoredWorkspaces.all()) {
    try {
      await planRebuild({ ...systemWork(workspaceId, report), now: () => now });
    } catch (error) {
      report(error);
    }
  }
}

/** Once a day for each; steps of so many days ago have moved on at midnight. */
export async function planRebuild(work: SystemWork): Promise<void> {
  const { timeZone } = await work.workspace.get();
  const now = work.now();
  const today = dayIn(timeZone, now);
  const [{ bins }, { day: scoredOn }, { day: rebuiltOn }] = [
    await work.segmentSettings.get(),
    await work.segments.summary(),
    await work.rebuilds.get(),
  ];
  if (bins.recency && scoredOn !== today) await rescore(work);
  if (hourIn(timeZone, now) >= nightHour && rebuiltOn !== today) await startRebuild(work);
}

const hourIn = (timeZone: string, moment: Date): number =>
  Number(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(moment));
