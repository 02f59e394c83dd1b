import { parseArgs } from 'node:util';
import { deployUnderLoad } from '../reliability/deploy-kill.ts';
import { showAcknowledged } from './acknowledged.ts';

/** Deployments in the middle of fifty people's work: `node infra/bench/deploy-kill.ts [--deploys 20] [--seed 1]`. */
const { values } = parseArgs({
  options: { deploys: { type: 'string', default: '20' }, seed: { type: 'string', default: '1' } },
});
const deploys = Number(values.deploys);

// Each customer writes in one place and pays in another; one more brings files in, and one signs up.
await deployUnderLoad({ deploys, customers: 24, seed: Number(values.seed) }, (outcome) =>
  showAcknowledged(
    'SIGTERM, then kill -9 of the functions, and new ones begin',
    { what: 'deployments', value: deploys, unit: '' },
    outcome,
  ),
);
