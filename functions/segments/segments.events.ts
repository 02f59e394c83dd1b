import { onChanges } from '#functions/platform/feed.ts';
import { systemWork } from '#functions/work.ts';
import { type Fed, recomputeSegments } from './recompute-segments.ts';

onChanges<Fed>('segments-recompute', {
  container: 'payments',
  mostAtOnce: 1000,
  handler: async (documents, context) => {
    const workspaces = Map.groupBy(documents, ({ workspaceId }) => String(workspaceId));
    for (const [workspaceId, fed] of workspaces) {
      await recomputeSegments(
        systemWork(workspaceId, (error) => context.warn(error)),
        fed,
      );
    }
  },
});
