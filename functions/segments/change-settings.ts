import type { SegmentSettings } from '#domain/segments/settings.ts';
import type { Work } from '#functions/work.ts';
import { rescore } from './remeasure.ts';
import { rebuildAfter } from './start-rebuild.ts';

const words = {
  scheme: 'names of the segments',
  weights: 'weights of the scores',
  bins: 'steps of the scores',
  incomes: 'incomes of countries',
} as const;
const parts = Object.keys(words) as (keyof typeof words)[];

/** No customer is rewritten: scores are made when they are read. */
export async function changeSettings(work: Work, change: SegmentSettings): Promise<SegmentSettings> {
  const before = await work.segmentSettings.get();
  await work.segmentSettings.put(change);
  // Also when it says the same again: that finishes a change which was cut off here.
  await rescore(work);

  const changed = parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(change[part]));
  if (changed.length > 0) await note(work, changed.map((part) => words[part]).join(', '));
  // Who lives in a country is not in the snapshot: their markets are looked up anew by the comparison with the payments.
  if (changed.includes('incomes')) await rebuildAfter(work);
  return work.segmentSettings.get();
}

async function note({ audit, caller, workspaceId, address }: Work, fields: string): Promise<void> {
  await audit.add({
    action: 'settings-changed',
    by: { memberId: caller.memberId, name: caller.name },
    on: { kind: 'workspace', id: workspaceId, name: 'Segments' },
    detail: { fields },
    address,
  });
}
