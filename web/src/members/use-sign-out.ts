import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { call } from '#web/platform/call.ts';
import { statusOf } from '#web/platform/queries.ts';
import { toastProblem } from '#web/platform/toast.tsx';
import { useMe } from './me.ts';

/** Whoever hears meanwhile that the session has ended leaves the way out to this. */
export const signingOut = ['accounts', 'sign-out'];

/** Ends the session and forgets what it showed; the sign-in of the same business is next. */
export function useSignOut() {
  const queries = useQueryClient();
  const router = useRouter();
  const { workspace } = useMe();
  return useMutation({
    mutationKey: signingOut,
    mutationFn: signOut,
    onSuccess: async () => {
      // The pages go before what they show: without it they would ask for it again.
      await router.navigate({ to: '/w/$slug/login', params: { slug: workspace.slug } });
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'workspaces' });
    },
    onError: toastProblem,
  });
}

/** A session that has ended already is as good. */
async function signOut(): Promise<void> {
  try {
    await call(accountRoutes.signOut);
  } catch (error) {
    if (statusOf(error) !== 401) throw error;
  }
}
