import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { route } from '#domain/kernel/route.ts';
import { Export } from './export.ts';

const params = z.strictObject({ exportId: Id });
const Token = z.string().regex(/^[\w-]{43}$/, 'Not a link of ours');

export const exportRoutes = {
  list: route({
    method: 'GET',
    path: 'exports',
    summary: 'List the exports of the last thirty days, newest first',
    access: 'workspace.export',
    result: z.object({ items: z.array(Export) }),
  }),
  start: route({
    method: 'POST',
    path: 'exports',
    summary: 'Copy all that the business has here into one file; asking again while it is at work changes nothing',
    access: 'workspace.export',
    stepUp: true,
    heavy: true,
    result: Export,
    status: 202,
  }),
  link: route({
    method: 'POST',
    path: 'exports/{exportId}/link',
    summary: 'Get a word that opens the file of an export for ten minutes',
    access: 'workspace.export',
    stepUp: true,
    params,
    result: z.object({ token: z.string() }),
  }),
  archive: route({
    method: 'GET',
    path: 'exports/{exportId}/archive',
    summary: 'The file of an export, a ZIP',
    access: 'workspace.export',
    params,
    query: z.strictObject({ token: Token }),
    produces: 'file',
  }),
};
