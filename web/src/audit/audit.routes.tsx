import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { AuditAction } from '#domain/audit/entry.ts';
import { AuditFilter } from '#domain/audit/list.ts';
import { severalWords } from '#web/platform/list/list-search.ts';

/** What the list shows, in the address: `by` is a member. */
export const AuditSearch = z.object({
  cols: z.string().optional().catch(undefined),
  action: severalWords(AuditAction),
  by: AuditFilter.shape.memberId.catch(undefined),
  from: AuditFilter.shape.from.catch(undefined),
  to: AuditFilter.shape.to.catch(undefined),
});
export type AuditSearch = z.infer<typeof AuditSearch>;

export const auditRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/audit',
    validateSearch: AuditSearch,
    component: lazyRouteComponent(() => import('./audit-page.tsx'), 'AuditPage'),
  }),
];
