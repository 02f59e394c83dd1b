import type { Currency } from '#domain/kernel/money.ts';
import type { History } from '#domain/segments/history.ts';
import { countOf, dayNumber, type Payers } from '#domain/segments/payers.ts';
import { forecaster } from './customer-forecast.ts';
import { fitModels } from './fit-models.ts';
import type { Forecast } from './forecast.ts';
import { quietAfterDays } from './returns.ts';

export type Basis = { payers: Payers; history: Pick<History, 'starts' | 'days'>; day: string; currency: Currency };

/** Places among the payers: the best of those who stay, and of those likely gone who spent most. */
export type Ranked = { best: number[]; leaving: number[] };

const listed = 100;

/** Fits the models and asks them about everybody. */
export function forecastAll({ payers, history, day, currency }: Basis): { forecast: Forecast } & Ranked {
  const today = dayNumber(day);
  const fitted = fitModels(payers, today, currency);
  const { bgNbd, gammaGamma } = fitted;
  const forecast = { day, ...fitted, quietAfterDays: quietAfterDays(history) };
  if (!bgNbd || !gammaGamma) {
    return { forecast: { ...forecast, expectedPurchases: null, expectedValue: null }, best: [], leaving: [] };
  }

  const ask = forecaster({ bgNbd, gammaGamma, quietAfterDays: forecast.quietAfterDays }, today, currency);
  const values = new Float64Array(countOf(payers));
  const staying: number[] = [];
  const gone: number[] = [];
  let expectedPurchases = 0;
  let expectedValue = 0;
  for (let at = 0; at < values.length; at += 1) {
    const expected = ask({
      days: payers.days[at]!,
      first: payers.firstPaidOn[at]!,
      last: payers.lastPaidOn[at]!,
      monetary: payers.monetary[at]!,
    });
    values[at] = expected.value;
    (expected.isGone ? gone : staying).push(at);
    expectedPurchases += expected.expectedPurchases;
    expectedValue += expected.value;
  }
  return {
    forecast: { ...forecast, expectedPurchases, expectedValue },
    best: highestBy(values, staying),
    leaving: highestBy(payers.monetary, gone),
  };
}

const highestBy = (values: Float64Array, places: number[]): number[] =>
  places.sort((a, b) => values[b]! - values[a]! || a - b).slice(0, listed);
