import * as z from 'zod';
import { route } from '#domain/kernel/route.ts';
import { Groups } from './group.ts';

export const groupRoutes = {
  read: route({
    method: 'GET',
    path: 'segments/groups',
    summary: 'Groups of customers who are alike, found by k-means and as mixtures; null until they were made',
    access: 'segments.view',
    result: z.object({ groups: Groups.nullable() }),
  }),
};
