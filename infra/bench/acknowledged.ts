import { setTimeout as wait } from 'node:timers/promises';
import type { Business } from '../reliability/business-under-test.ts';
import { fullRecompute } from '../reliability/full-recompute.ts';
import { differences } from '../reliability/history-check.ts';
import { keptSegments } from '../reliability/kept-segments.ts';
import type { Addresses } from '../reliability/product-process.ts';
import { openStored } from '../reliability/stored.ts';
import type { History } from '../reliability/walkers.ts';
import { type Figure, show } from './figures.ts';

type Outcome = { addresses: Addresses; business: Business; history: History };
const patienceMs = 60_000;

/** What was acknowledged in the middle of faults, and what of it is not there as it should be. */
export async function showAcknowledged(title: string, faults: Figure, outcome: Outcome): Promise<void> {
  const { addresses, business, history } = outcome;
  const { storage } = addresses;
  const stored = openStored(addresses.cosmos);
  const wrong = async (): Promise<string[]> => {
    const found = await differences({ stored, addresses, business, history });
    const wanted = JSON.stringify(sorted(await fullRecompute(stored, business.workspaceId)));
    const kept = JSON.stringify(sorted(await keptSegments({ stored, storage }, business.workspaceId)));
    return wanted === kept ? found : [...found, 'the segments are not those of a full recompute'];
  };
  const until = Date.now() + patienceMs;
  let found = await wrong();
  while (found.length > 0 && Date.now() < until) {
    await wait(500);
    found = await wrong();
  }
  stored.close();

  for (const line of found.slice(0, 50)) console.log(`  ${line}`);
  const acknowledged = (what: string, value: number) => ({ what: `${what} acknowledged`, value, unit: '' });
  show(title, [
    faults,
    acknowledged('messages', history.said.length),
    acknowledged('payments', history.paid.length),
    acknowledged(
      'import rows',
      history.imported.reduce((sum, { rows }) => sum + rows, 0),
    ),
    acknowledged('sign-ups', history.joined.length),
    { what: 'lost, doubled or otherwise wrong', value: found.length, unit: '', goal: { atMost: 0 } },
  ]);
}

/** The same order of keys on both sides. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([name, each]) => [name, sorted(each)]);
}
