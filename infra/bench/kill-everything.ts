import { parseArgs } from 'node:util';
import { killEverything } from '../reliability/kill-everything.ts';
import { showAcknowledged } from './acknowledged.ts';

/** kill -9 of everything in the middle of the walk: `node infra/bench/kill-everything.ts [--kills 50] [--seed 1]`. */
const { values } = parseArgs({
  options: { kills: { type: 'string', default: '50' }, seed: { type: 'string', default: '1' } },
});
const kills = Number(values.kills);

await killEverything({ kills, seed: Number(values.seed) }, ({ product, business, history }) =>
  showAcknowledged(
    'kill -9 of everything',
    { what: 'kills', value: kills, unit: '' },
    { addresses: product, business, history },
  ),
);
