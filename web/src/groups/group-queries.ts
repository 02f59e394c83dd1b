import { queryOptions } from '@tanstack/react-query';
import { groupRoutes } from '#domain/groups/routes.ts';
import { call } from '#web/platform/call.ts';

export const customerGroups = () =>
  queryOptions({
    queryKey: ['segments', 'groups'],
    queryFn: async ({ signal }) => (await call(groupRoutes.read, {}, signal)).groups,
  });
