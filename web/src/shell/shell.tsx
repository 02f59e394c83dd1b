import { Outlet, useLocation } from '@tanstack/react-router';
import { useMe } from '#web/members/me.ts';
import { NoPermission } from '#web/platform/faces.tsx';
import { CustomerShell } from './customer-shell.tsx';
import { mayOpen } from './pages.ts';
import { StaffShell } from './staff-shell.tsx';

export function Shell() {
  const { role } = useMe().member;
  const pathname = useLocation({ select: (location) => location.pathname });
  const page = mayOpen(pathname, role) ? <Outlet /> : <NoPermission />;
  return role === 'customer' ? <CustomerShell>{page}</CustomerShell> : <StaffShell>{page}</StaffShell>;
}
