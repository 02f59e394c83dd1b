import * as z from 'zod';
import { route } from '#domain/kernel/route.ts';
import { SegmentName } from '#domain/segments/segment.ts';
import { Moved, Movement, Seasons } from './trend.ts';

export const trendRoutes = {
  movement: route({
    method: 'GET',
    path: 'segments/movement',
    summary: 'How many moved into and out of each segment this week',
    access: 'segments.view',
    result: Movement,
  }),
  moved: route({
    method: 'GET',
    path: 'segments/movement/customers',
    summary: 'Who moved into or out of a segment this week: those who spent most first, at most 100',
    access: 'segments.view',
    query: z.strictObject({ segment: SegmentName, way: z.enum(['in', 'out']) }),
    result: z.object({ items: z.array(Moved), total: z.int() }),
  }),
  seasons: route({
    method: 'GET',
    path: 'segments/seasons',
    summary: 'When customers buy: by month and weekday, of each segment and of all; null until it was counted',
    access: 'segments.view',
    result: z.object({ seasons: Seasons.nullable() }),
  }),
};
