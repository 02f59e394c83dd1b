import { presenceWords } from '#web/presence/presence-dot.tsx';
import { usePresence } from '#web/presence/presence.tsx';
import { shortWhen } from './room-words.ts';

/** "Online", "Away", "Last seen 10:31"; nothing where one may not know it. */
export function Here({ memberId, lead = '' }: { memberId: string; lead?: string }) {
  const presence = usePresence(memberId);
  if (!presence) return null;
  const { state, lastSeenAt } = presence;
  const words = state === 'offline' && lastSeenAt ? `Last seen ${shortWhen(lastSeenAt)}` : presenceWords[state];
  return `${lead}${words}`;
}
