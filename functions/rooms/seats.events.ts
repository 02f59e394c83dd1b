import { onChanges } from '#functions/platform/feed.ts';
import { report } from '#functions/platform/report.ts';
import { type SystemWork, systemWork } from '#functions/work.ts';
import { followMembers } from './follow-members.ts';
import { followTasks } from './follow-tasks.ts';
import { keepAllSeats } from './keep-all-seats.ts';

type Fed = { workspaceId?: unknown; kind?: unknown };

/** Runs for the documents of each workspace in a batch. */
const inEach =
  (handle: (work: SystemWork, documents: Fed[]) => Promise<void>) =>
  async (documents: Fed[]): Promise<void> => {
    for (const [workspaceId, fed] of Map.groupBy(documents, (document) => String(document.workspaceId)))
      await handle(systemWork(workspaceId, report), fed);
  };

onChanges<Fed>('rooms-follow-tasks', inEach(followTasks));
onChanges<Fed>('rooms-follow-members', inEach(followMembers));
onChanges<Fed>('rooms-keep-seats', inEach(keepAllSeats));
