import { onChanges } from '#functions/platform/feed.ts';
import { report } from '#functions/platform/report.ts';
import { systemWork } from '#functions/work.ts';
import { recomputeFacts } from './recompute-facts.ts';
import { type Fed, recomputeSegments } from './recompute-segments.ts';
import type { Remeasuring } from './remeasure.ts';

type Recompute = (work: Remeasuring, documents: readonly Fed[]) => Promise<void>;

async function byWorkspace(documents: Fed[], recompute: Recompute): Promise<void> {
  for (const [workspaceId, fed] of Map.groupBy(documents, (document) => String(document.workspaceId))) {
    await recompute(systemWork(workspaceId, report), fed);
  }
}

// Receipts stand in the same container.
onChanges<Fed>('segments-recompute', (documents) =>
  byWorkspace(
    documents.filter(({ kind }) => kind === 'payment'),
    recomputeSegments,
  ),
);

onChanges<Fed>('segments-facts', (documents) => byWorkspace(documents, recomputeFacts));
