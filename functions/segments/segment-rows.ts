import type { Measures } from '#domain/customers/customer.ts';
import { forecaster } from '#domain/forecasts/customer-forecast.ts';
import type { CustomerForecast } from '#domain/forecasts/forecast.ts';
import type { SegmentRow } from '#domain/segments/list.ts';
import { dayNumber } from '#domain/segments/payers.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import type { Work } from '#functions/work.ts';

type Asking = Pick<Work, 'forecasts' | 'workspace'>;
type Told = (measures: Measures) => CustomerForecast | null;

/** Makes rows of scored customers: each with what is expected of them, by the forecast that is kept. */
export async function rowMaker(work: Asking, today: string): Promise<(customer: ScoredCustomer) => SegmentRow> {
  const told = await forecastBy(work, today);
  return (customer) => ({ ...customer, forecast: customer.measures && told(customer.measures) });
}

async function forecastBy({ forecasts, workspace }: Asking, today: string): Promise<Told> {
  const [forecast, { currency }] = await Promise.all([forecasts.read(), workspace.get()]);
  if (!forecast?.bgNbd || !forecast.gammaGamma) return () => null;
  const { bgNbd, gammaGamma, quietAfterDays } = forecast;
  const expect = forecaster({ bgNbd, gammaGamma, quietAfterDays }, dayNumber(today), currency);
  return ({ days, firstPaidOn, lastPaidOn, monetary }) =>
    expect({ days, first: dayNumber(firstPaidOn), last: dayNumber(lastPaidOn), monetary });
}
