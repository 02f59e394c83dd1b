import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { PageQuery, pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { Import, importMaxBytes, ImportSummary } from './import.ts';
import { Mapping } from './mapping.ts';

const params = z.strictObject({ importId: Id });
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const importRoutes = {
  list: route({
    method: 'GET',
    path: 'imports',
    summary: 'List imports, newest first',
    access: 'customers.import',
    query: PageQuery,
    result: pageOf(ImportSummary),
  }),
  start: route({
    method: 'POST',
    path: 'imports',
    summary: 'Upload a payment history, CSV or XLSX; its columns are guessed and, when that is clear, its rows checked',
    access: 'customers.import',
    raw: { types: ['text/csv', xlsxType] },
    maxBytes: importMaxBytes,
    result: Import,
    status: 202,
  }),
  get: route({
    method: 'GET',
    path: 'imports/{importId}',
    summary: 'How far an import is',
    access: 'customers.import',
    params,
    result: Import,
  }),
  map: route({
    method: 'PUT',
    path: 'imports/{importId}/mapping',
    summary: 'Say what the columns are; every row is checked again',
    access: 'customers.import',
    heavy: true,
    params,
    body: Mapping,
    result: Import,
    status: 202,
  }),
  run: route({
    method: 'POST',
    path: 'imports/{importId}/run',
    summary: 'Store the good rows of a checked import',
    access: 'customers.import',
    heavy: true,
    params,
    result: Import,
    status: 202,
  }),
  undo: route({
    method: 'POST',
    path: 'imports/{importId}/undo',
    summary: 'Take back what an import added, within seven days',
    access: 'customers.import',
    heavy: true,
    params,
    result: Import,
    status: 202,
  }),
  errors: route({
    method: 'GET',
    path: 'imports/{importId}/errors',
    summary: 'The faulty rows of a checked import with their reasons, as CSV',
    access: 'customers.import',
    params,
    produces: 'text/csv',
  }),
};
