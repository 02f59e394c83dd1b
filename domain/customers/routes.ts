import * as z from 'zod';
import { leaders } from '#domain/kernel/access.ts';
import { Id } from '#domain/kernel/ids.ts';
import { PageQuery, pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { ScoredCustomer } from '#domain/segments/segment.ts';

export const customerRoutes = {
  list: route({
    method: 'GET',
    path: 'customers',
    summary: 'List customers by name',
    access: leaders,
    query: PageQuery.extend({ q: z.string().trim().max(100).optional() }),
    result: pageOf(ScoredCustomer),
  }),
  get: route({
    method: 'GET',
    path: 'customers/{customerId}',
    summary: 'One customer',
    access: leaders,
    params: z.strictObject({ customerId: Id }),
    result: ScoredCustomer,
  }),
};
