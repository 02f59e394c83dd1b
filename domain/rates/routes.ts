import * as z from 'zod';
import { Currency } from '#domain/kernel/money.ts';
import { route } from '#domain/kernel/route.ts';
import { Day } from '#domain/kernel/time.ts';
import { ExchangeRate, ExchangeRateDraft } from './rate.ts';

export const rateRoutes = {
  list: route({
    method: 'GET',
    path: 'rates',
    summary: "Exchange rates into the business's own currency, by currency, newest first",
    access: 'rates.view',
    result: z.object({ items: z.array(ExchangeRate) }),
  }),
  set: route({
    method: 'PUT',
    path: 'rates',
    summary: 'Set the rate of a currency from a day on; one that stands for that day is replaced',
    access: 'workspace.settings',
    body: ExchangeRateDraft,
    result: ExchangeRate,
  }),
  remove: route({
    method: 'DELETE',
    path: 'rates/{currency}/{from}',
    summary: 'Take a rate away; payments keep the rate they were paid at',
    access: 'workspace.settings',
    params: z.strictObject({ currency: Currency, from: Day }),
  }),
  payable: route({
    method: 'GET',
    path: 'rates/payable',
    summary: 'The currencies one can pay in today: the own one, and those with a rate',
    access: 'payments.view-of-task',
    result: z.object({ own: Currency, items: z.array(Currency) }),
  }),
};
