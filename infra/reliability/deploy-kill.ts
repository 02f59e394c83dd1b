import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from '../build.ts';
import { type FunctionsHost, startFunctionsHost } from '../local/functions-host/server.ts';
import { startStack, type Stack } from '../local/stack.ts';
import { type Business, openForTest } from './business-under-test.ts';
import { chance } from './chance.ts';
import { interruptedWalk } from './interrupted-walk.ts';
import { portsApart } from './ports-apart.ts';
import type { Addresses } from './product-process.ts';
import type { History } from './walkers.ts';

type Outcome = { addresses: Addresses; business: Business; history: History };
type Run = { deploys: number; customers: number; seed: number };

const app = join(import.meta.dirname, '../../dist/api');
/** Azure waits no longer for what runs when a deployment comes. */
const longestNotice = 300;

/**
 * The walk, with deployments in the middle of it: the functions are told to stop, killed a moment later, and begin anew,
 * while the stores and the site go on. Then everybody ends what they began, and `look` may see what is left.
 */
export async function deployUnderLoad(
  { deploys, customers, seed }: Run,
  look: (outcome: Outcome) => Promise<void>,
): Promise<void> {
  await build();
  const dir = await mkdtemp(join(tmpdir(), 'starone-'));
  const ports = await portsApart();
  const random = chance(seed);
  const stack = await startStack({ dir, ports, log: () => undefined });
  const addresses = addressesOf(stack);
  let host: FunctionsHost = stack.host;
  try {
    const business = await openForTest(addresses, customers);
    const history = await interruptedWalk({
      business,
      chance: random,
      times: deploys,
      interrupt: async () => {
        await wait(random.between(500, 2000));
        process.kill(host.pid, 'SIGTERM');
        await wait(random.between(0, longestNotice));
        await host.kill();
        host = await startFunctionsHost({ app, port: ports.functions, env: stack.hostSettings });
        return host.url;
      },
    });
    await look({ addresses, business, history });
  } finally {
    await host.kill();
    await stack.close();
    await rm(dir, { recursive: true, force: true });
  }
}

const addressesOf = ({ origin, api, azure, settings }: Stack): Addresses => ({
  origin,
  api,
  mailUrl: azure.mail.url,
  stripeUrl: azure.stripe.url,
  cosmos: settings.COSMOS,
  storage: settings.STORAGE,
});
