import * as z from 'zod';
import { PageQuery, pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { ScoredCustomer, SegmentName, SegmentSummary } from './segment.ts';

export const segmentRoutes = {
  summary: route({
    method: 'GET',
    path: 'segments',
    summary: 'The segments and how many customers each holds',
    access: 'segments.view',
    result: SegmentSummary,
  }),
  customers: route({
    method: 'GET',
    path: 'segments/customers',
    summary: 'The customers of one segment or of all, by total spend, highest first',
    access: 'segments.view',
    query: PageQuery.extend({ segment: SegmentName.optional() }),
    result: pageOf(ScoredCustomer).extend({ version: z.int() }),
  }),
};
