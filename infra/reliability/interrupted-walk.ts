import type { Business } from './business-under-test.ts';
import type { Chance } from './chance.ts';
import { resumeImports } from './resume-imports.ts';
import { runFunction } from './run-function.ts';
import { emptyHistory, type History, walk } from './walkers.ts';

type Interrupted = {
  business: Business;
  chance: Chance;
  times: number;
  /** Ends what runs and begins it anew, a random moment later; answers where the functions are then. */
  interrupt: () => Promise<string>;
};

/** The walk with interruptions in its middle. Then everybody ends what they began, and everything is reconciled once. */
export async function interruptedWalk({ business, chance, times, interrupt }: Interrupted): Promise<History> {
  const history = emptyHistory();
  const stop = new AbortController();
  const walked = walk({ business, history, chance, signal: stop.signal });
  // Seen at the end; until then nobody may call it unhandled.
  walked.catch(() => {});

  let api = '';
  for (let done = 0; done < times; done += 1) {
    api = await interrupt();
    await resumeImports(api, business);
  }
  stop.abort();
  await walked;
  await runFunction(api, 'payments-reconcile');
  await resumeImports(api, business);
  return history;
}
