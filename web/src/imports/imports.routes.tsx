import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';

/** The running import is in the address: a reload finds it again. */
export const ImportSearch = z.object({ import: Id.optional().catch(undefined) });
export type ImportSearch = z.infer<typeof ImportSearch>;

export const importsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/customers/import',
    validateSearch: ImportSearch,
    component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
  }),
];
