import { stateOf } from '#domain/presence/presence.ts';
import { chunksOf } from '#functions/platform/batch.ts';
import type { SystemWork } from '#functions/work.ts';

/** Those of whom some page is open, and hears what happens. */
export async function whoIsHere({ presence, now }: SystemWork, memberIds: readonly string[]): Promise<Set<string>> {
  const here = new Set<string>();
  for (const some of chunksOf(memberIds, 100)) {
    const sockets = Map.groupBy(await presence.socketsOf(some), ({ memberId }) => memberId);
    for (const [memberId, own] of sockets) if (stateOf(own, now()) !== 'offline') here.add(memberId);
  }
  return here;
}
