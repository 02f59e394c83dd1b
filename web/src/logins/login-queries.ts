import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { LoginProvider } from '#domain/logins/login.ts';
import { providerNames } from '#domain/logins/provider-names.ts';
import { loginRoutes } from '#domain/logins/routes.ts';
import { call } from '#web/platform/call.ts';
import { toast, toastProblem } from '#web/platform/toast.tsx';

export const myLoginsQuery = queryOptions({
  queryKey: ['logins', 'mine'],
  queryFn: ({ signal }) => call(loginRoutes.mine, {}, signal),
});

export function useUnlink() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (provider: LoginProvider) => call(loginRoutes.unlink, { params: { provider } }),
    onSuccess: (_, provider) => toast(`${providerNames[provider]} is disconnected`),
    onError: toastProblem,
    onSettled: () => queries.invalidateQueries({ queryKey: myLoginsQuery.queryKey }),
  });
}
