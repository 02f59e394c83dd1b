import { VisuallyHidden } from '@mantine/core';
import type { PresenceState } from '#domain/presence/presence.ts';
import { usePresence } from './presence.tsx';
import classes from './presence-dot.module.css';

export const presenceWords: Record<PresenceState, string> = { online: 'Online', away: 'Away', offline: 'Offline' };

/**
 * Full, half or hollow, and a word for whoever does not see it. `at="corner"` puts it on the corner of the avatar that
 * it stands in.
 */
export function PresenceDot({ memberId, at = 'line' }: { memberId: string | undefined; at?: 'line' | 'corner' }) {
  const presence = usePresence(memberId);
  if (!presence) return null;
  return (
    <span className={classes.dot} data-state={presence.state} data-at={at} title={presenceWords[presence.state]}>
      <VisuallyHidden>{presenceWords[presence.state]}</VisuallyHidden>
    </span>
  );
}
