import { parseArgs } from 'node:util';
import { setTimeout as wait } from 'node:timers/promises';
import { fullRecompute } from '../reliability/full-recompute.ts';
import { differences } from '../reliability/history-check.ts';
import { keptSegments } from '../reliability/kept-segments.ts';
import { killEverything } from '../reliability/kill-everything.ts';
import { openStored } from '../reliability/stored.ts';
import { show } from './figures.ts';

/** kill -9 of everything in the middle of the walk: `node infra/bench/kill-everything.ts [--kills 50] [--seed 1]`. */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
});
const kills = Number(values.kills);
const patienceMs = 60_000;

await killEverything({ kills, seed: Number(values.seed) }, async ({ product, business, history }) => {
  const { storage } = product;
  const stored = openStored(product.cosmos);
  const wrong = async (): Promise<string[]> => {
    const found = await differences({ stored, addresses: product, business, history });
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
  for (const line of found.slice(0, 50)) console.log(`  ${line}`);
  const acknowledged = (what: string, value: number) => ({ what: `${what} acknowledged`, value, unit: '' });
  show('kill -9 of everything', [
    { what: 'kills', value: kills, unit: '' },
    acknowledged('messages', history.said.length),
    acknowledged('payments', history.paid.length),
    acknowledged(
      'import rows',
      history.imported.reduce((sum, { rows }) => sum + rows, 0),
    ),
    acknowledged('sign-ups', history.joined.length),
    { what: 'lost, doubled or otherwise wrong', value: found.length, unit: '', goal: { atMost: 0 } },
  ]);
  stored.close();
});

/** The same order of keys on both sides. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return entries.map(([name, each]) => [name, sorted(each)]);
}
