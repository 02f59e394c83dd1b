import type { Forecast } from '#domain/forecasts/forecast.ts';

export type Fit = Forecast['fit'];

/** The last stands for itself and all above. */
export const repeatsWords = (fit: Fit, repeats: number): string =>
  repeats === fit.at(-1)?.repeats ? `${repeats} or more` : String(repeats);
