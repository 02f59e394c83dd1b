import { stateOf } from '#domain/presence/presence.ts';
import type { SystemWork } from '#functions/work.ts';

/** Some page of theirs is open, and hears what happens. */
export const isHere = async ({ presence, now }: SystemWork, memberId: string): Promise<boolean> =>
  stateOf(await presence.socketsOf([memberId]), now()) !== 'offline';
