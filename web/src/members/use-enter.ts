import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { landingOf, type Me } from '#domain/members/member.ts';
import { meQuery } from './me.ts';

/** Goes in as this person: to where they stand, or, once verified, to what they had wished to see. */
export function useEnter() {
  const queries = useQueryClient();
  const router = useRouter();
  return (me: Me, next?: string) => {
    // Nothing another person of this browser was shown may be shown to this one.
    queries.clear();
    queries.setQueryData(meQuery.queryKey, me);
    if (next && me.member.status === 'verified') router.history.push(next);
    else void router.navigate({ to: landingOf(me.member) });
  };
}
