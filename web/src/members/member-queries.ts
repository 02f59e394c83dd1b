import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Page } from '#domain/kernel/page.ts';
import type { ResultOf, Route, SentTo } from '#domain/kernel/route.ts';
import type { Invitation } from '#domain/members/invitation.ts';
import type { Member } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { call, linkTo } from '#web/platform/call.ts';
import type { CountQuery } from '#web/platform/list/use-count.ts';
import { type PageQuery, pageSize } from '#web/platform/list/use-keyset.ts';
import { toast, toastProblem, toastUndo } from '#web/platform/toast.tsx';

/** Who waits for verification; one full page is all that anybody reads. */
export const waitingQuery = queryOptions({
  queryKey: ['members', 'waiting'],
  queryFn: ({ signal }) => call(memberRoutes.list, { query: { status: 'profile-submitted', limit: 200 } }, signal),
});

export type MemberFilters = Omit<NonNullable<SentTo<typeof memberRoutes.count>['query']>, 'exact'>;
export type MemberWish = MemberFilters & Pick<NonNullable<SentTo<typeof memberRoutes.list>['query']>, 'sort'>;

export const memberPages =
  (wish: MemberWish = {}): PageQuery<Member> =>
  (cursor) => ({
    queryKey: ['members', 'list', wish, cursor ?? null],
    queryFn: ({ signal }) => call(memberRoutes.list, { query: { ...wish, cursor, limit: pageSize } }, signal),
  });

/** Always exact: what is chosen here is verified or deleted, and the number stands in the button. */
const exactCount = (filter: MemberFilters) => ({
  queryKey: ['members', 'count', filter],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    call(memberRoutes.count, { query: { ...filter, exact: '1' } }, signal),
});

export const memberTotal = (filter: MemberFilters = {}) => queryOptions(exactCount(filter));

export const memberCount =
  ({ sort: _, ...filter }: MemberWish = {}): CountQuery =>
  () =>
    exactCount(filter);

export const membersFile = (wish: MemberWish, ids: string[] | undefined): string =>
  linkTo(memberRoutes.export, { query: { ...wish, ids } });

export const oneMember = (memberId: string) =>
  queryOptions({
    queryKey: ['members', 'one', memberId],
    queryFn: ({ signal }) => call(memberRoutes.get, { params: { memberId } }, signal),
  });

export const invitationPages: PageQuery<Invitation> = (cursor) => ({
  queryKey: ['members', 'invitations', cursor ?? null],
  queryFn: ({ signal }) => call(memberRoutes.invitations, { query: { cursor, limit: pageSize } }, signal),
});

/** "3", or "200+" when the page is not the last. */
export const countOf = ({ items, nextCursor }: Page<unknown>): string => `${items.length}${nextCursor ? '+' : ''}`;

/** A call that changes people; after it, also a refused one, what stands on the page is read again. */
export function useMemberAct<const R extends Route>(route: R, onDone: (result: ResultOf<R>) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sent: SentTo<R>) => call(route as Route, sent as never) as Promise<ResultOf<R>>,
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['members'] }),
  });
}

export function useVerify() {
  const { mutate, isPending } = useMemberAct(memberRoutes.verify, ({ name }) => toast(`${name} is verified`));
  return {
    verify: ({ id }: Member) => mutate({ params: { memberId: id } }, { onError: toastProblem }),
    isPending,
  };
}

/** A deleted person can be brought back for 30 days; the toast offers it at once. */
export function useDelete(onDone: () => void) {
  const restore = useMemberAct(memberRoutes.restore, ({ name }) => toast(`${name} is restored`));
  return useMemberAct(memberRoutes.delete, ({ id, name }) => {
    toastUndo(`${name} is deleted`, () => restore.mutate({ params: { memberId: id } }, { onError: toastProblem }));
    onDone();
  });
}
