import type { InvocationContext } from '@azure/functions';
import { onChanges } from '#functions/platform/feed.ts';
import { type SystemWork, systemWork } from '#functions/work.ts';
import { followMembers } from './follow-members.ts';
import { followTasks } from './follow-tasks.ts';
import { keepAllSeats } from './keep-all-seats.ts';

type Fed = { workspaceId?: unknown; kind?: unknown };

/** Runs for the documents of each workspace in a batch. */
const inEach =
  (handle: (work: SystemWork, documents: Fed[]) => Promise<void>) =>
  async (documents: Fed[], context: InvocationContext): Promise<void> => {
    for (const [workspaceId, fed] of Map.groupBy(documents, (document) => String(document.workspaceId)))
      await handle(
        systemWork(workspaceId, (error) => context.warn(error)),
        fed,
      );
  };

onChanges<Fed>('rooms-follow-tasks', { container: 'tasks', handler: inEach(followTasks) });
onChanges<Fed>('rooms-follow-members', { container: 'workspaces', pollMs: 1000, handler: inEach(followMembers) });
// Of a room that was written often meanwhile, a feed brings the head once: the further it is behind, the less it does.
onChanges<Fed>('rooms-keep-seats', { container: 'rooms', mostAtOnce: 500, handler: inEach(keepAllSeats) });
