import { useEffect } from 'react';
import type { memberRoutes } from '#domain/members/routes.ts';
import { ask } from '#web/platform/ask.ts';
import { useHistory } from '#web/platform/place.tsx';

/** Who is signed in already is not asked again. The form does not wait for that: few who see it are. */
export function usePassIn(): void {
  const history = useHistory();
  useEffect(() => {
    const leaving = new AbortController();
    const passIn = async () => {
      const me = await ask<typeof memberRoutes.me>({ method: 'GET', path: 'me' }, {}, leaving.signal);
      const { landingOf } = await import('#domain/members/member.ts');
      if (!leaving.signal.aborted) history.replace(landingOf(me.member));
    };
    // Nobody is signed in, or the server does not answer: both are the form's matter.
    passIn().catch(() => undefined);
    return () => leaving.abort();
  }, [history]);
}
