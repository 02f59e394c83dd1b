import * as z from 'zod';
import { leaders } from '#domain/kernel/access.ts';
import { PageQuery, pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { ScoredCustomer, SegmentName, SegmentSummary } from './segment.ts';

export const segmentRoutes = {
  summary: route({
    method: 'GET',
    path: 'segments',
    summary: 'The segments and how many customers each holds',
    access: leaders,
    result: SegmentSummary,
  }),
  customers: route({
    method: 'GET',
    path: 'segments/customers',
    summary: 'The customers of one segment or of all, by total spend, highest first',
    access: leaders,
    query: PageQuery.extend({ segment: SegmentName.optional() }),
    result: pageOf(ScoredCustomer).extend({ version: z.int() }),
  }),
};
