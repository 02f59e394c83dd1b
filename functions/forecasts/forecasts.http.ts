import { forecastRoutes } from '#domain/forecasts/routes.ts';
import { serve } from '#functions/serve.ts';
import { readForecast } from './read-forecast.ts';

serve('forecasts-read', forecastRoutes.read, readForecast);
