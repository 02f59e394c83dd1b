import { queryOptions } from '@tanstack/react-query';
import type { AuditEntry } from '#domain/audit/entry.ts';
import { auditRoutes } from '#domain/audit/routes.ts';
import type { SentTo } from '#domain/kernel/route.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { call, linkTo } from '#web/platform/call.ts';
import { type PageQuery, pageSize } from '#web/platform/list/use-keyset.ts';

type Wish = NonNullable<SentTo<typeof auditRoutes.export>['query']>;

export const auditPages =
  (wish: Wish): PageQuery<AuditEntry> =>
  (cursor) => ({
    queryKey: ['audit', 'list', wish, cursor ?? null],
    queryFn: ({ signal }) => call(auditRoutes.list, { query: { ...wish, cursor, limit: pageSize } }, signal),
  });

export const auditFile = (wish: Wish): string => linkTo(auditRoutes.export, { query: wish });

/** People to pick one from, by the beginning of a name. */
export const peopleLike = (q: string) =>
  queryOptions({
    queryKey: ['members', 'like', q],
    queryFn: ({ signal }) => call(memberRoutes.list, { query: { q, limit: 20 } }, signal),
  });

export const onePerson = (memberId: string) =>
  queryOptions({
    queryKey: ['members', 'one', memberId],
    queryFn: ({ signal }) => call(memberRoutes.get, { params: { memberId } }, signal),
  });
