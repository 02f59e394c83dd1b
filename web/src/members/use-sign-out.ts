import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { call } from '#web/platform/call.ts';
import { toastProblem } from '#web/platform/toast.tsx';
import { useMe } from './me.ts';

/** Ends the session and forgets what it showed; the sign-in of the same business is next. */
export function useSignOut() {
  const queries = useQueryClient();
  const router = useRouter();
  const { workspace } = useMe();
  return useMutation({
    mutationFn: () => call(accountRoutes.signOut),
    onSuccess: () => {
      queries.clear();
      return router.navigate({ to: '/w/$slug/login', params: { slug: workspace.slug } });
    },
    onError: toastProblem,
  });
}
