import * as z from 'zod';
import { ScoreName } from './scores.ts';

/** Customers from `from` up to and without `to` (the last with it), all of one score or, across a cut, of several. */
const Bar = z.object({ from: z.number(), to: z.number(), count: z.int(), score: z.int() });

/** How one measure lies, and where its scores begin. Days, payments, minor units, market. */
export const Distribution = z.object({
  measure: ScoreName,
  bars: z.array(Bar),
  steps: z.array(z.number()).length(4),
  customers: z.int(),
});
export type Distribution = z.infer<typeof Distribution>;

export const Distributions = z.object({ version: z.int(), items: z.array(Distribution) }).meta({ id: 'Distributions' });
export type Distributions = z.infer<typeof Distributions>;
