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
      cookies = kept(cookies, ground.cookies);
      return result;
    },

    caller: (): Promise<Caller | null> => callerOf(visit()),

    async works<T>(useCase: (work: Work) => Promise<T>): Promise<T> {
      const ground = await this.work();
      const result = await useCase(ground);
      cookies = kept(cookies, ground.cookies);
      return result;
    },

    async work(): Promise<Work> {
      const ground = visit();
      const caller = await callerOf(ground);
      if (!caller) throw new Error('Nobody is signed in');
      return workFor(caller, ground);
    },
  };
}
/** As a browser does it: by name, and gone when it lives no longer. */
const kept = (before: readonly Cookie[], set: readonly Cookie[]): Cookie[] =>
  [...new Map([...before, ...set].map((cookie) => [cookie.name, cookie])).values()].filter(
    ({ maxAge }) => maxAge !== 0,
  );

export type Visitor = ReturnType<typeof visitorOf>;
