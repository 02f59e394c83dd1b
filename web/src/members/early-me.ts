import type { memberRoutes } from '#domain/members/routes.ts';
import type { Me } from '#domain/members/member.ts';
import { ask } from '#web/platform/ask.ts';

let asked: Promise<Me> | null = null;

/** Who is there is asked while the script of the page is still on its way. */
export function askEarly(): void {
  asked = ask<typeof memberRoutes.me>({ method: 'GET', path: 'me' }, {});
  // Whoever takes it hears of a failure.
  asked.catch(() => {});
}

/** What was asked early, to be held to the contract; null when it was not, or was taken before. */
export function takeEarly(): Promise<Me> | null {
  const taken = asked;
  asked = null;
  return taken;
}
