import type { PresenceState } from '#domain/presence/presence.ts';

type Told = Exclude<PresenceState, 'offline'>;
type Ground = { now: () => number; tell: (state: Told) => void };

const idleMs = 5 * 60_000;
/** The server forgets a connection that says nothing for three times as long. */
const refreshMs = 5 * 60_000;

/** Says whether somebody is at the browser: on a change, and again every five minutes. */
export function newTeller({ now, tell }: Ground) {
  let activeAt = now();
  let told: { state: Told; at: number } | null = null;

  const look = (): void => {
    const state = now() - activeAt >= idleMs ? 'away' : 'online';
    if (told?.state === state && now() - told.at < refreshMs) return;
    told = { state, at: now() };
    tell(state);
  };
  return {
    look,
    /** Somebody was active, here or in another tab, which says when. */
    active: (at = now()): void => {
      activeAt = Math.max(activeAt, at);
      look();
    },
    /** A new connection has heard nothing yet; it counts as online until it is told otherwise. */
    startOver: (): void => {
      told = null;
      look();
    },
  };
}
