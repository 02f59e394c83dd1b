import { useRouter, useSearch } from '@tanstack/react-router';
import type { SignedIn } from '#domain/members/member.ts';
import { useEnter } from '#web/members/use-enter.ts';

/** What the answer to any way in leads to. */
export function useSignedIn() {
  const { next }: { next?: string } = useSearch({ strict: false });
  const enter = useEnter();
  const router = useRouter();
  return (answer: SignedIn, wished = next) => {
    if (answer.step === 'in') enter(answer.me, wished);
    else void router.navigate({ to: '/second-factor', search: { next: wished } });
  };
}
