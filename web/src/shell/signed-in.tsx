import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useMe } from '#web/members/me.ts';
import { LiveProvider } from '#web/platform/live.tsx';
import { PresenceProvider } from '#web/presence/presence.tsx';
import { TellPresence } from '#web/presence/tell-presence.tsx';
import { useLiveUpdates } from './use-live-updates.ts';

/** What it needs is no part of the first page. */
const OutboxSender = lazy(async () => ({ default: (await import('#web/rooms/outbox-sender.tsx')).OutboxSender }));

/** The socket of the person; it is opened anew when their rights change, because the address carries them. */
export function SignedIn() {
  const { member, mustEnrol = false } = useMe();
  return (
    <LiveProvider who={`${member.id} ${member.role} ${member.status} ${mustEnrol}`}>
      <LiveUpdates />
      <TellPresence />
      <Suspense>
        <OutboxSender />
      </Suspense>
      <PresenceProvider>
        <Outlet />
      </PresenceProvider>
    </LiveProvider>
  );
}

function LiveUpdates() {
  useLiveUpdates();
  return null;
}
