import { Outlet } from '@tanstack/react-router';
import { useMe } from '#web/members/me.ts';
import { LiveProvider } from '#web/platform/live.tsx';
import { useLiveUpdates } from './use-live-updates.ts';

/** The socket of the person; it is opened anew when their rights change, because the address carries them. */
export function SignedIn() {
  const { member, mustEnrol = false } = useMe();
  return (
    <LiveProvider who={`${member.id} ${member.role} ${member.status} ${mustEnrol}`}>
      <LiveUpdates />
      <Outlet />
    </LiveProvider>
  );
}

function LiveUpdates() {
  useLiveUpdates();
  return null;
}
