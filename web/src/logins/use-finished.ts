import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { FinishedLogin } from '#domain/logins/login.ts';
import { providerNames } from '#domain/logins/provider-names.ts';
import { useSignedIn } from '#web/accounts/use-signed-in.ts';
import { toast } from '#web/platform/toast.tsx';
import { myLoginsQuery } from './login-queries.ts';
import { placeBefore } from './way-back.ts';

/** Goes where a finished login leads; one that still waits for an address leads nowhere yet. */
export function useFinished() {
  const signedIn = useSignedIn();
  const queries = useQueryClient();
  const router = useRouter();
  return async ({ outcome, next }: FinishedLogin): Promise<void> => {
    switch (outcome.step) {
      case 'in':
        toast('User authenticated successfully');
        return signedIn(outcome, next ?? undefined);
      case 'second-factor':
        return signedIn(outcome, next ?? undefined);
      case 'linked':
        toast(`${providerNames[outcome.provider]} is connected`);
        void queries.invalidateQueries({ queryKey: myLoginsQuery.queryKey });
        return router.history.replace(placeBefore());
      case 'email':
    }
  };
}
