import { pageOf } from '#domain/kernel/page.ts';
import { route } from '#domain/kernel/route.ts';
import { AuditEntry } from './entry.ts';
import { AuditFilter, AuditListQuery } from './list.ts';

/** Entries are read: there is no route that changes or removes one. */
export const auditRoutes = {
  list: route({
    method: 'GET',
    path: 'audit',
    summary: 'Who did what, the newest first',
    access: 'audit.view',
    query: AuditListQuery,
    result: pageOf(AuditEntry),
  }),
  export: route({
    method: 'GET',
    path: 'audit/export',
    summary: 'Who did what, as CSV',
    access: 'audit.export',
    query: AuditFilter,
    produces: 'text/csv',
  }),
};
