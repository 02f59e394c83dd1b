import { rateRoutes } from '#domain/rates/routes.ts';
import { serve } from '#functions/serve.ts';
import { removeRate, setRate } from './change-rates.ts';
import { payableCurrencies } from './payable-currencies.ts';

serve('rates-list', rateRoutes.list, async ({ rates }) => ({ items: await rates.list() }));
serve('rates-payable', rateRoutes.payable, (work) => payableCurrencies(work));
serve('rates-set', rateRoutes.set, (work, { body }) => setRate(work, body));
serve('rates-remove', rateRoutes.remove, (work, { params }) => removeRate(work, params));
