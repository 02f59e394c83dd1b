import { useQueryClient } from '@tanstack/react-query';
import type { SignedIn } from '#domain/members/member.ts';
import { nextAt, useHistory } from '#web/platform/place.tsx';

/** What the answer to any way in leads to. */
export function useSignedIn() {
  const queries = useQueryClient();
  const history = useHistory();
  return async (answer: SignedIn, wished = nextAt(history)): Promise<void> => {
    // No part of the login's first script.
    const { follow } = await import('#web/members/enter.ts');
    follow({ queries, history }, answer, wished);
  };
}
