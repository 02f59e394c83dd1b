import type { QueryClient } from '@tanstack/react-query';
import type { RouterHistory } from '@tanstack/react-router';
import { landingOf, type Me, type SignedIn } from '#domain/members/member.ts';
import { meQuery } from './me.ts';

type Parts = { queries: QueryClient; history: RouterHistory };

/** Goes in as this person: to where they stand, or, once verified, to what they had wished to see. */
export function enter({ queries, history }: Parts, me: Me, next?: string): void {
  // Nothing another person of this browser was shown may be shown to this one.
  queries.clear();
  queries.setQueryData(meQuery.queryKey, me);
  history.push(next && me.member.status === 'verified' ? next : landingOf(me.member));
}

/** What the answer to any way in leads to. */
export function follow(parts: Parts, answer: SignedIn, next?: string): void {
  if (answer.step === 'in') enter(parts, answer.me, next);
  else parts.history.push(next ? `/second-factor?${new URLSearchParams({ next })}` : '/second-factor');
}
