import type { InvocationContext } from '@azure/functions';
import { onChanges } from '#functions/platform/feed.ts';
import { systemWork } from '#functions/work.ts';
import { recomputeFacts } from './recompute-facts.ts';
import { type Fed, recomputeSegments } from './recompute-segments.ts';
import type { Remeasuring } from './remeasure.ts';

type Recompute = (work: Remeasuring, documents: readonly Fed[]) => Promise<void>;

async function byWorkspace(documents: Fed[], context: InvocationContext, recompute: Recompute): Promise<void> {
  for (const [workspaceId, fed] of Map.groupBy(documents, (document) => String(document.workspaceId))) {
    await recompute(
      systemWork(workspaceId, (error) => context.warn(error)),
      fed,
    );
  }
}

onChanges<Fed>('segments-recompute', {
  container: 'payments',
  mostAtOnce: 1000,
  // Receipts stand in the same container.
  handler: (documents, context) =>
    byWorkspace(
      documents.filter(({ kind }) => kind === 'payment'),
      context,
      recomputeSegments,
    ),
});

onChanges<Fed>('segments-facts', {
  container: 'customers',
  mostAtOnce: 1000,
  handler: (documents, context) => byWorkspace(documents, context, recomputeFacts),
});
