import type { QueryClient } from '@tanstack/react-query';
import { redirect } from '@tanstack/react-router';
import { landingOf } from '#domain/members/member.ts';
import { findMe } from '#web/members/me.ts';

type Place = { pathname: string; href: string };

/** Sends visitors to the sign-in, which brings them back, and people who may come in past the pages of waiting. */
export async function admit(queries: QueryClient, { pathname, href }: Place): Promise<void> {
  const me = await findMe(queries);
  if (!me) throw redirect({ to: '/login', search: { next: href } });
  const landing = landingOf(me.member);
  const isWaitingPage = pathname === '/waiting' || pathname === '/complete-profile';
  if (isWaitingPage && pathname !== landing) throw redirect({ to: landing });
}

/** Sends people who still wait to where they stand, and those who owe a second factor to where they set one up. */
export async function admitVerified(queries: QueryClient, { href }: Place): Promise<void> {
  const me = await findMe(queries);
  if (me && me.member.status !== 'verified') throw redirect({ to: landingOf(me.member) });
  if (me?.mustEnrol) throw redirect({ to: '/enrol', search: { next: href } });
}
