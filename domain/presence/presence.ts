import * as z from 'zod';
import { Id } from '#domain/kernel/ids.ts';
import { Moment } from '#domain/kernel/time.ts';

export const PresenceState = z.enum(['online', 'away', 'offline']).meta({ id: 'PresenceState' });
export type PresenceState = z.infer<typeof PresenceState>;

/** `lastSeenAt` is null for somebody who was never here. */
export const Presence = z
  .object({ memberId: Id, state: PresenceState, lastSeenAt: Moment.nullable() })
  .meta({ id: 'Presence' });
export type Presence = z.infer<typeof Presence>;

/** One socket as it was last heard of. `gone` is kept for a while: what was sent before its end may arrive after it. */
export const SocketState = z.enum(['online', 'away', 'gone']);
export type SocketState = z.infer<typeof SocketState>;
type Socket = { state: SocketState; at: string };

/** What a browser says of whoever sits there. */
export const PresenceTold = z.strictObject({ state: z.enum(['online', 'away']) });

/** A browser speaks every five minutes: one that is silent for so long is not there any more. */
export const aliveMs = 15 * 60_000;
const isAlive = (at: string, now: Date): boolean => now.getTime() - Date.parse(at) < aliveMs;

/** Online is who sits at any browser, away who is idle at all of them. */
export function stateOf(sockets: readonly Socket[], now: Date): PresenceState {
  const open = sockets.filter(({ state, at }) => state !== 'gone' && isAlive(at, now));
  if (open.length === 0) return 'offline';
  return open.some(({ state }) => state === 'online') ? 'online' : 'away';
}

/** What others believe of somebody. It expires like the sockets it came from, about whose end nobody may have heard. */
export type Told = { state: PresenceState; at: string };
export const stateTold = (told: Told | null, now: Date): PresenceState =>
  told && isAlive(told.at, now) ? told.state : 'offline';
