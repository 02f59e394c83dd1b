import type { Forecast } from '#domain/forecasts/forecast.ts';

/** A forecast with the published parameters of CDNOW. */
export const makeForecasted = (change: Partial<Forecast> = {}): Forecast => ({
  day: '2026-11-20',
  customers: 2357,
  repeaters: 946,
  bgNbd: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, logLikelihood: -9582.4 },
  gammaGamma: { p: 6.25, q: 3.74, gamma: 15.44, logLikelihood: -4055.9 },
  reason: null,
  quietAfterDays: 60,
  fit: [],
  expectedPurchases: 1800.4,
  expectedValue: 6_350_000,
  ...change,
});
