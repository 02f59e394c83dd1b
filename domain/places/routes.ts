import * as z from 'zod';
import { route } from '#domain/kernel/route.ts';
import { Country, Place } from './place.ts';

/** `at` is [longitude, latitude]; null for what stands for a whole country. Amounts in minor units. */
export const CustomersAtPlace = z.object({
  place: Place,
  at: z.tuple([z.number(), z.number()]).nullable(),
  customers: z.int(),
  monetary: z.int(),
});
export type CustomersAtPlace = z.infer<typeof CustomersAtPlace>;

/** The fullest places, at most 500, and all countries; only customers with a payment. */
export const CustomersByPlace = z
  .object({
    places: z.array(CustomersAtPlace),
    countries: z.array(z.object({ country: Country, customers: z.int(), monetary: z.int() })),
    /** Of how many customers with a payment no place is known. */
    unplaced: z.int(),
    payers: z.int(),
  })
  .meta({ id: 'CustomersByPlace' });
export type CustomersByPlace = z.infer<typeof CustomersByPlace>;

export const placeRoutes = {
  search: route({
    method: 'GET',
    path: 'places',
    summary: 'Towns whose name begins so, the largest first: at most eight',
    access: 'customers.view',
    query: z.strictObject({ q: z.string().trim().min(1).max(100), country: Country.optional() }),
    result: z.object({ items: z.array(Place) }),
  }),
  customers: route({
    method: 'GET',
    path: 'segments/places',
    summary: 'Where the customers with a payment live',
    access: 'segments.view',
    result: CustomersByPlace,
  }),
};
