import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from '../build.ts';
import { type Business, openForTest } from './business-under-test.ts';
import { chance } from './chance.ts';
import { portsApart } from './ports-apart.ts';
import { type ProductProcess, startProductProcess } from './product-process.ts';
import { resumeImports } from './resume-imports.ts';
import { runFunction } from './run-function.ts';
import { emptyHistory, type History, walk } from './walkers.ts';

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
    const history = emptyHistory();
    const stop = new AbortController();
    const walked = walk({ business, history, chance: random, signal: stop.signal });
    // Seen at the end; until then nobody may call it unhandled.
    walked.catch(() => {});

    for (let killed = 0; killed < kills; killed += 1) {
      await wait(random.between(300, 1500));
      await product.kill();
      product = await startProductProcess({ dir, ports });
      await resumeImports(product.api, business);
    }
    stop.abort();
    await walked;
    await runFunction(product.api, 'payments-reconcile');
    await resumeImports(product.api, business);
    await look({ product, business, history });
  } finally {
    await product.kill();
    await rm(dir, { recursive: true, force: true });
  }
}
