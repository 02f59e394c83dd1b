import { customerForecast } from '#domain/forecasts/customer-forecast.ts';
import type { forecastRoutes } from '#domain/forecasts/routes.ts';
import type { Customer } from '#domain/customers/customer.ts';
import type { ResultOf } from '#domain/kernel/route.ts';
import { scoreEach } from '#functions/segments/score-each.ts';
import { currentRules } from '#functions/segments/segment-rules.ts';
import type { Work } from '#functions/work.ts';

type Read = ResultOf<typeof forecastRoutes.read>;
type Expected = Read['best'][number];

/** The lists were chosen at night and are told as of now: who has paid since is no longer among those likely gone. */
export async function readForecast(
  work: Pick<Work, 'forecasts' | 'customers' | 'workspace' | 'segments' | 'segmentSettings' | 'now'>,
): Promise<Read> {
  const kept = await work.forecasts.read();
  if (!kept) return { forecast: null, best: [], leaving: [] };

  const { best, leaving, ...forecast } = kept;
  const [{ currency }, rules, customers] = await Promise.all([
    work.workspace.get(),
    currentRules(work),
    customersOf(work, [...best, ...leaving]),
  ]);
  const expected = (await scoreEach(work, customers, rules)).flatMap((customer): Expected[] => {
    const own = customer.measures && customerForecast(forecast, customer.measures, rules.today, currency);
    return own ? [{ ...customer, forecast: own }] : [];
  });
  const [wasBest, wasLeaving] = [new Set(best), new Set(leaving)];
  return {
    forecast,
    best: expected
      .filter(({ id, forecast: { isGone } }) => wasBest.has(id) && !isGone)
      .toSorted((a, b) => b.forecast.value - a.forecast.value),
    leaving: expected
      .filter(({ id, forecast: { isGone } }) => wasLeaving.has(id) && isGone)
      .toSorted((a, b) => (b.measures?.monetary ?? 0) - (a.measures?.monetary ?? 0)),
  };
}

async function customersOf({ customers }: Pick<Work, 'customers'>, ids: string[]): Promise<Customer[]> {
  if (ids.length === 0) return [];
  const found: Customer[] = [];
  for await (const page of customers.all({ ids }, 'name')) found.push(...page);
  return found;
}
