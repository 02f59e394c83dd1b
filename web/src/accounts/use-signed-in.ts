import { useQueryClient } from '@tanstack/react-query';
import type { SignedIn } from '#domain/members/member.ts';
import { useHistory, useNext } from '#web/platform/place.tsx';

/** What the answer to any way in leads to. */
export function useSignedIn() {
  const next = useNext();
  const queries = useQueryClient();
  const history = useHistory();
  return async (answer: SignedIn, wished = next): Promise<void> => {
    // No part of the login's first script.
    const { follow } = await import('#web/members/enter.ts');
    follow({ queries, history }, answer, wished);
  };
}
