import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Page } from '#domain/kernel/page.ts';
import type { Member } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { call } from '#web/platform/call.ts';
import { toast, toastProblem } from '#web/platform/toast.tsx';

/** Who waits for verification; one full page is all that anybody reads. */
export const waitingQuery = queryOptions({
  queryKey: ['members', 'waiting'],
  queryFn: ({ signal }) => call(memberRoutes.list, { query: { status: 'profile-submitted', limit: 200 } }, signal),
});

export const memberList = infiniteQueryOptions({
  queryKey: ['members', 'list'],
  queryFn: ({ pageParam, signal }) => call(memberRoutes.list, { query: { cursor: pageParam } }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
});

export const invitationList = infiniteQueryOptions({
  queryKey: ['members', 'invitations'],
  queryFn: ({ pageParam, signal }) => call(memberRoutes.invitations, { query: { cursor: pageParam } }, signal),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.nextCursor ?? undefined,
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
