import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { route } from '#domain/kernel/route.ts';
import { Import, importMaxBytes } from './import.ts';

export const importRoutes = {
  start: route({
    method: 'POST',
    path: 'imports',
    summary: 'Import a payment history: CSV with the columns customer, date, amount',
    access: ['admin'],
    raw: { types: ['text/csv'] },
    maxBytes: importMaxBytes,
    result: Import,
    status: 202,
  }),
  get: route({
    method: 'GET',
    path: 'imports/{importId}',
    summary: 'How far an import is',
    access: ['admin'],
    params: z.strictObject({ importId: Id }),
    result: Import,
  }),
};
