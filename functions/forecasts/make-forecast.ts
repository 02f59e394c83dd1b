import { forecastAll } from '#domain/forecasts/forecast-all.ts';
import { idAt } from '#domain/segments/payers.ts';
import type { ViewBasis } from '#functions/segments/view-basis.ts';
import type { SystemWork } from '#functions/work.ts';

type Forecasting = Pick<SystemWork, 'workspace' | 'forecasts'>;

/** Fits the forecast to the workspace's own payments and keeps it. */
export async function makeForecast(
  { workspace, forecasts }: Forecasting,
  { payers, history, day }: Pick<ViewBasis, 'payers' | 'history' | 'day'>,
): Promise<void> {
  const { currency } = await workspace.get();
  const { forecast, best, leaving } = forecastAll({ payers, history, day, currency });
  const idsOf = (places: number[]): string[] => places.map((at) => idAt(payers, at));
  await forecasts.write({ ...forecast, best: idsOf(best), leaving: idsOf(leaving) });
}
