import { Outlet, useLocation } from '@tanstack/react-router';
import { useMe } from '#web/members/me.ts';
import { NoPermission } from '#web/platform/faces.tsx';
import { InTurn } from '#web/platform/in-turn.tsx';
import { PhotosProvider } from '#web/platform/photo.tsx';
import { CustomerShell } from './customer-shell.tsx';
import { mayOpen } from './pages.ts';
import { StaffShell } from './staff-shell.tsx';
import './print.css';

export function Shell() {
  const { role } = useMe().member;
  const pathname = useLocation({ select: (location) => location.pathname });
  const page = mayOpen(pathname, role) ? <Outlet /> : <NoPermission />;
  const InShell = role === 'customer' ? CustomerShell : StaffShell;
  return (
    <PhotosProvider>
      <InShell>
        <InTurn>{page}</InTurn>
      </InShell>
    </PhotosProvider>
  );
}
