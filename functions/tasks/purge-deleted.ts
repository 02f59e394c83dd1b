import { mayRestore, restorableMs } from '#domain/tasks/decide.ts';
import { systemWork } from '#functions/work.ts';
import { purgeTask } from './purge-task.ts';
import { purges } from './purges.ts';

/** A round that was missed is made up for by a later one, up to so many days. */
const lookBackDays = 60;

/** The daily round: one task that cannot be purged now does not keep the others, and is tried again the next day. */
export async function purgeDeleted(now: Date, report: (error: unknown) => void): Promise<void> {
  const due = now.getTime() - restorableMs;
  for (let back = lookBackDays; back >= 0; back--) {
    const day = new Date(due - back * 86_400_000).toISOString().slice(0, 10);
    for (const noted of await purges.of(day)) {
      try {
        if (await settle(noted, now, report)) await purges.done(day, noted.taskId);
      } catch (error) {
        report(error);
      }
    }
  }
}

type Noted = { workspaceId: string; taskId: string };

/** False while it is too early. What was restored, or deleted anew on a later day, is nothing for this entry. */
async function settle({ workspaceId, taskId }: Noted, now: Date, report: (error: unknown) => void): Promise<boolean> {
  const work = systemWork(workspaceId, report);
  const task = await work.tasks.find(taskId);
  if (!task || task.deletedAt === null) return true;
  if (mayRestore(task, now)) return false;
  await purgeTask(work, taskId);
  return true;
}
