import * as z from 'zod';
import { Forecast } from '#domain/forecasts/forecast.ts';
import { Id } from '#domain/kernel/ids.ts';
import { keptView } from '#functions/platform/kept-view.ts';

/** With it who stands in its two lists; what is expected of each is asked anew when they are read. */
const KeptForecast = Forecast.extend({ best: z.array(Id), leaving: z.array(Id) });
export type KeptForecast = z.infer<typeof KeptForecast>;

export const forecastStore = (workspaceId: string) => keptView(workspaceId, 'forecast', KeptForecast);
