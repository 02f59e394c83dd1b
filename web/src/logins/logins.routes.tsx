import { type AnyRoute, createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';

const word = z.coerce.string().optional().catch(undefined);

/** What a company adds to the address it sends the browser back to. */
const Search = z.object({ code: word, state: word, iss: word, error: word });
export type ReturnSearch = z.infer<typeof Search>;

export const loginsRoutes = (parent: AnyRoute) => [
  createRoute({
    getParentRoute: () => parent,
    path: '/oauth/$provider',
    validateSearch: Search,
    component: lazyRouteComponent(() => import('./return-page.tsx'), 'OauthReturnPage'),
  }),
  createRoute({
    getParentRoute: () => parent,
    path: '/microsoft',
    component: lazyRouteComponent(() => import('./return-page.tsx'), 'MicrosoftReturnPage'),
  }),
];
