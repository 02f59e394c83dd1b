import { queryOptions } from '@tanstack/react-query';
import { memberRoutes } from '#domain/members/routes.ts';
import { call } from '#web/platform/call.ts';

/** Whom a task can be assigned to. */
export const colleagues = queryOptions({
  queryKey: ['members', 'colleagues'],
  queryFn: ({ signal }) => call(memberRoutes.colleagues, {}, signal),
});
