import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { whenIdle } from '#web/platform/when-idle.ts';

/** The script of the page that rows lead to is here before the first of them is clicked. */
export function useCodeAhead(link: string | undefined): void {
  const router = useRouter();
  const isThere = link !== undefined;
  const load = useEffectEvent(() => void (link && router.preloadRoute({ to: link })));
  useEffect(() => (isThere ? whenIdle(() => load()) : undefined), [isThere]);
}
