import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { customerRoutes } from '#domain/customers/routes.ts';
import type { Page } from '#domain/kernel/page.ts';
import type { SentTo } from '#domain/kernel/route.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { call, linkTo } from '#web/platform/call.ts';
import type { CountQuery } from '#web/platform/list/use-count.ts';
import { type PageQuery, pageSize } from '#web/platform/list/use-keyset.ts';

type Filter = Omit<NonNullable<SentTo<typeof customerRoutes.count>['query']>, 'exact'>;
type Wish = Filter & Pick<NonNullable<SentTo<typeof customerRoutes.list>['query']>, 'sort'>;

export const customerPages =
  (wish: Wish): PageQuery<ScoredCustomer> =>
  (cursor) => ({
    queryKey: ['customers', 'list', wish, cursor ?? null],
    queryFn: ({ signal }) => call(customerRoutes.list, { query: { ...wish, cursor, limit: pageSize } }, signal),
  });

export const customerCount =
  ({ sort: _, ...filter }: Wish): CountQuery =>
  (isExact) => ({
    queryKey: ['customers', 'count', filter, isExact],
    queryFn: ({ signal }) =>
      call(customerRoutes.count, { query: { ...filter, exact: isExact ? '1' : undefined } }, signal),
  });

export const customersFile = (wish: Wish, ids: string[] | undefined): string =>
  linkTo(customerRoutes.export, { query: { ...wish, ids } });

/** A few customers to pick from while somebody types. */
export const customersLike = (q: string) =>
  queryOptions({
    queryKey: ['customers', 'like', q],
    queryFn: ({ signal }) => call(customerRoutes.list, { query: { q: q || undefined, limit: 20 } }, signal),
    placeholderData: (before) => before,
  });

export const oneCustomer = (customerId: string) =>
  queryOptions({
    queryKey: ['customers', 'one', customerId],
    queryFn: ({ signal }) => call(customerRoutes.get, { params: { customerId } }, signal),
  });

/** As the customer stands in a list that was shown already: who clicks a row need not wait for what it said. */
export const listedCustomer = (queries: QueryClient, customerId: string): ScoredCustomer | undefined =>
  queries
    .getQueriesData<Page<ScoredCustomer>>({ queryKey: ['customers', 'list'] })
    .flatMap(([, page]) => page?.items ?? [])
    .find(({ id }) => id === customerId);
