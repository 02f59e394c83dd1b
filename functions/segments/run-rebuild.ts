import { enqueue } from '#functions/platform/storage.ts';
import type { SystemWork } from '#functions/work.ts';
import { rebuildSegments } from './rebuild-segments.ts';
import { isAtWork } from './start-rebuild.ts';

const laterSeconds = 30;

/** What a message asks for. One that comes while another is at work waits for its end. */
export async function runRebuild(work: SystemWork): Promise<void> {
  const standing = await work.rebuilds.get();
  const isAnothers = standing.state !== 'waiting' && isAtWork(standing, work.now());
  if (isAnothers) return enqueue('segments', { workspaceId: work.workspaceId }, laterSeconds);
  await rebuildSegments(work);
}
