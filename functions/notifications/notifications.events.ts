import { onChanges } from '#functions/platform/feed.ts';
import { report } from '#functions/platform/report.ts';
import { systemWork, type SystemWork } from '#functions/work.ts';
import { tellMembers } from './tell-members.ts';
import { tellPayments } from './tell-payments.ts';
import { tellRooms } from './tell-rooms.ts';
import { tellTasks } from './tell-tasks.ts';

type Tell = (system: SystemWork, documents: readonly unknown[]) => Promise<void>;
type Fed = { workspaceId: string };

/** Nothing is told by what makes it: a feed tells it, once, whatever was cut off in between. */
function tellFrom(container: string, tell: Tell): void {
  onChanges<Fed>(`notifications-${container}`, async (documents) => {
    for (const [workspaceId, ofOne] of Map.groupBy(documents, (document) => document.workspaceId))
      await tell(systemWork(workspaceId, report), ofOne);
  });
}

tellFrom('rooms', tellRooms);
tellFrom('tasks', tellTasks);
tellFrom('payments', tellPayments);
tellFrom('workspaces', tellMembers);
