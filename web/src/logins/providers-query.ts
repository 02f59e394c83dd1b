import { queryOptions } from '@tanstack/react-query';
import type { loginRoutes } from '#domain/logins/routes.ts';
import { ask } from '#web/platform/ask.ts';

type Providers = typeof loginRoutes.providers;

export const providersQuery = (slug: string | undefined) =>
  queryOptions({
    queryKey: ['logins', 'providers', slug ?? null],
    queryFn: ({ signal }) => ask<Providers>({ method: 'GET', path: 'accounts/providers' }, { query: { slug } }, signal),
    staleTime: 60_000,
  });
