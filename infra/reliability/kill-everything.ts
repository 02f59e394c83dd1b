import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from '../build.ts';
import { type Business, openForTest } from './business-under-test.ts';
import { chance } from './chance.ts';
import { interruptedWalk } from './interrupted-walk.ts';
import { portsApart } from './ports-apart.ts';
import { type ProductProcess, startProductProcess } from './product-process.ts';
import type { History } from './walkers.ts';

type Outcome = { product: ProductProcess; business: Business; history: History };

/**
 * The walk, with kill -9 of everything at random moments and a start on the same folder after each. Then everybody ends
 * what they began, everything is reconciled once, and `look` may see what is left.
 */
export async function killEverything(
  { kills, seed }: { kills: number; seed: number },
  look: (outcome: Outcome) => Promise<void>,
): Promise<void> {
  await build();
  const dir = await mkdtemp(join(tmpdir(), 'starone-'));
  const ports = await portsApart();
  const random = chance(seed);
  let product = await startProductProcess({ dir, ports });
  try {
    const business = await openForTest(product, 2);
    const history = await interruptedWalk({
      business,
      chance: random,
      times: kills,
      interrupt: async () => {
        await wait(random.between(300, 1500));
        await product.kill();
        product = await startProductProcess({ dir, ports });
        return product.api;
      },
    });
    await look({ product, business, history });
  } finally {
    await product.kill();
    await rm(dir, { recursive: true, force: true });
  }
}
