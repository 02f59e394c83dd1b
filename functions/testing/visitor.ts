import type { Cookie } from '@azure/functions';
import type { Caller } from '#domain/kernel/access.ts';
import { callerOf } from '#functions/platform/caller.ts';
import { type Visit, type Work, workFor } from '#functions/work.ts';
import type { Crm } from './with-crm.ts';

/** Somebody at a browser: cookies are kept between visits, and the clock goes on when it is told to. */
export function visitorOf(crm: Crm) {
  let cookies: Cookie[] = [];
  let now = Date.now();

  const visit = (): Visit => ({
    ...crm.visit({ cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') }),
    now: () => new Date(now),
  });

  return {
    visit,
    cookies: (): readonly Cookie[] => cookies,
    later: (seconds: number): void => void (now += seconds * 1000),
    useCookies: (others: readonly Cookie[]): void => void (cookies = [...others]),

    async does<T>(useCase: (visit: Visit) => Promise<T>): Promise<T> {
      const ground = visit();
      const result = await useCase(ground);
      if (ground.cookies.length > 0) cookies = ground.cookies.filter((cookie) => cookie.maxAge !== 0);
      return result;
    },

    caller: (): Promise<Caller | null> => callerOf(visit()),

    async work(): Promise<Work> {
      const ground = visit();
      const caller = await callerOf(ground);
      if (!caller) throw new Error('Nobody is signed in');
      return workFor(caller, ground);
    },
  };
}
export type Visitor = ReturnType<typeof visitorOf>;
