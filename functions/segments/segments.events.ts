import { onChanges } from '#functions/platform/feed.ts';
import { systemWork } from '#functions/work.ts';
import { type Fed, recomputeSegments } from './recompute-segments.ts';

onChanges<Fed>('segments-recompute', {
  container: 'payments',
  mostAtOnce: 1000,
  handler: async (documents, context) => {
    // Receipts stand in the same container.
    const payments = documents.filter(({ kind }) => kind === 'payment');
    const workspaces = Map.groupBy(payments, ({ workspaceId }) => String(workspaceId));
    for (const [workspaceId, fed] of workspaces) {
      await recomputeSegments(
        systemWork(workspaceId, (error) => context.warn(error)),
        fed,
      );
    }
  },
});
