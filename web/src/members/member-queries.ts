import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Page } from '#domain/kernel/page.ts';
import type { SentTo } from '#domain/kernel/route.ts';
import type { Invitation, Member } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { call } from '#web/platform/call.ts';
import type { CountQuery } from '#web/platform/list/use-count.ts';
import { type PageQuery, pageSize } from '#web/platform/list/use-keyset.ts';
import { toast, toastProblem } from '#web/platform/toast.tsx';

/** Who waits for verification; one full page is all that anybody reads. */
export const waitingQuery = queryOptions({
  queryKey: ['members', 'waiting'],
  queryFn: ({ signal }) => call(memberRoutes.list, { query: { status: 'profile-submitted', limit: 200 } }, signal),
});

type Filter = Omit<NonNullable<SentTo<typeof memberRoutes.count>['query']>, 'exact'>;
type Wish = Filter & Pick<NonNullable<SentTo<typeof memberRoutes.list>['query']>, 'sort'>;

export const memberPages =
  (wish: Wish = {}): PageQuery<Member> =>
  (cursor) => ({
    queryKey: ['members', 'list', wish, cursor ?? null],
    queryFn: ({ signal }) => call(memberRoutes.list, { query: { ...wish, cursor, limit: pageSize } }, signal),
  });

export const memberCount =
  ({ sort: _, ...filter }: Wish = {}): CountQuery =>
  (isExact) => ({
    queryKey: ['members', 'count', filter, isExact],
    queryFn: ({ signal }) =>
      call(memberRoutes.count, { query: { ...filter, exact: isExact ? '1' : undefined } }, signal),
  });

export const invitationPages: PageQuery<Invitation> = (cursor) => ({
  queryKey: ['members', 'invitations', cursor ?? null],
  queryFn: ({ signal }) => call(memberRoutes.invitations, { query: { cursor, limit: pageSize } }, signal),
});

/** "3", or "200+" when the page is not the last. */
export const countOf = ({ items, nextCursor }: Page<unknown>): string => `${items.length}${nextCursor ? '+' : ''}`;

export function useVerify() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (member: Member) => call(memberRoutes.verify, { params: { memberId: member.id } }),
    onSuccess: ({ name }) => toast(`${name} is verified`),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: ['members'] }),
  });
}
