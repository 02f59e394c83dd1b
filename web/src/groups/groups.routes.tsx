import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';

/** How the groups that are shown were found, in the address: by k-means unless it says otherwise. */
export const GroupsSearch = z.object({ as: z.literal('mixtures').optional().catch(undefined) });
export type GroupsSearch = z.infer<typeof GroupsSearch>;

export const groupsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/segments/groups',
    validateSearch: GroupsSearch,
    component: lazyRouteComponent(() => import('./groups-page.tsx'), 'GroupsPage'),
  }),
];
