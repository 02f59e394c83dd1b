import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { type Me } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { call } from '#web/platform/call.ts';
import { statusOf } from '#web/platform/queries.ts';
import { takeEarly } from './early-me.ts';

export const meQuery = queryOptions({
  queryKey: ['members', 'me'],
  queryFn: ({ signal }) => call(memberRoutes.me, {}, signal),
  staleTime: 60_000,
});

/** For pages behind the sign-in: the guard has loaded it. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** Null when nobody is signed in: asked directly, because for a visitor a 401 is no failure. */
export async function findMe(queries: QueryClient): Promise<Me | null> {
  const known = queries.getQueryData(meQuery.queryKey);
  if (known) return known;
  try {
    const me = await (takeEarly()?.then((answer) => memberRoutes.me.result.parse(answer)) ?? call(memberRoutes.me));
    queries.setQueryData(meQuery.queryKey, me);
    return me;
  } catch (error) {
    if (statusOf(error) === 401) return null;
    throw error;
  }
}
