import * as z from 'zod';
import { route } from '#domain/kernel/route.ts';
import { ScoredCustomer } from '#domain/segments/segment.ts';
import { CustomerForecast, Forecast } from './forecast.ts';

export const forecastRoutes = {
  read: route({
    method: 'GET',
    path: 'segments/forecast',
    summary: 'What is expected of the customers; null until it was made for the first time',
    access: 'segments.view',
    result: z.object({
      forecast: Forecast.nullable(),
      /** The hundred of highest value, without those who are likely gone. */
      best: z.array(ScoredCustomer.extend({ forecast: CustomerForecast })),
      /** Of those who are likely gone the hundred who spent most. */
      leaving: z.array(ScoredCustomer.extend({ forecast: CustomerForecast })),
    }),
  }),
};
