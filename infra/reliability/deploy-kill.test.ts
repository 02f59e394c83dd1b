import { expect, test } from 'vitest';
import { deployUnderLoad } from './deploy-kill.ts';
import { fullRecompute } from './full-recompute.ts';
import { differences } from './history-check.ts';
import { keptSegments } from './kept-segments.ts';
import { openStored } from './stored.ts';

// Seen to fail (three removals lost) with a message's removal written a second after its answer.

test('R14 deployed three times in the middle of the walk of twenty, it has lost nothing it acknowledged and doubled nothing', async () => {
  await deployUnderLoad({ deploys: 3, customers: 9, seed: 14 }, async ({ addresses, business, history }) => {
    for (const acknowledged of Object.values(history)) expect(acknowledged.length).toBeGreaterThan(0);
    const stored = openStored(addresses.cosmos);
    const look = () => differences({ stored, addresses, business, history });
    await expect.poll(look, { timeout: 30_000, interval: 200 }).toEqual([]);
    const expected = await fullRecompute(stored, business.workspaceId);
    const kept = () => keptSegments({ stored, storage: addresses.storage }, business.workspaceId);
    await expect.poll(kept, { timeout: 30_000, interval: 200 }).toEqual(expected);
    stored.close();
  });
}, 240_000);
