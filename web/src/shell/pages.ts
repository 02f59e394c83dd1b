import {
  type Icon,
  IconChartBar,
  IconChartPie,
  IconCreditCard,
  IconHistory,
  IconHome,
  IconListCheck,
  IconMessage,
  IconSettings,
  IconUser,
  IconUsers,
} from '@tabler/icons-react';
import { leaders, Role, staff } from '#domain/kernel/access.ts';
import { rolesWith } from '#domain/kernel/rights.ts';

export type PageEntry = {
  to: string;
  label: string;
  icon: Icon;
  roles: readonly Role[];
  group?: string;
  /** A phone has few places: this one is found under More. */
  isUnderMore?: true;
};

/** The navigation of each role, in order, and with it who may open what. */
export const pages: readonly PageEntry[] = [
  { to: '/home', label: 'Home', icon: IconHome, roles: staff },
  { to: '/tasks', label: 'Tasks', icon: IconListCheck, roles: staff },
  { to: '/portal', label: 'Home', icon: IconHome, roles: ['customer'] },
  { to: '/portal/tasks', label: 'My tasks', icon: IconListCheck, roles: ['customer'] },
  { to: '/chat', label: 'Chat', icon: IconMessage, roles: rolesWith('rooms.talk') },
  {
    to: '/customers',
    label: 'Customers',
    icon: IconUser,
    roles: ['admin', 'manager'],
    group: 'Customers',
    isUnderMore: true,
  },
  { to: '/payments', label: 'Payments', icon: IconCreditCard, roles: staff, group: 'Money' },
  { to: '/segments', label: 'Segments', icon: IconChartPie, roles: leaders, group: 'Insight' },
  { to: '/reports', label: 'Reports', icon: IconChartBar, roles: rolesWith('reports.view'), isUnderMore: true },
  { to: '/audit', label: 'Audit log', icon: IconHistory, roles: rolesWith('audit.view') },
  { to: '/users', label: 'Users', icon: IconUsers, roles: rolesWith('members.view'), group: 'Admin' },
  { to: '/settings', label: 'Settings', icon: IconSettings, roles: rolesWith('workspace.settings') },
  { to: '/portal/pay', label: 'Pay', icon: IconCreditCard, roles: ['customer'] },
];

export const pagesOf = (role: Role): PageEntry[] => pages.filter(({ roles }) => roles.includes(role));

const others: readonly { under: string; roles: readonly Role[] }[] = [
  { under: '/users/new', roles: rolesWith('members.manage') },
  { under: '/users/invitations', roles: rolesWith('members.invite') },
  // A task's room is for everybody; whose task it is, the server knows.
  { under: '/tasks/', roles: Role.options },
];

/** Right in the interface only; the server asks again. */
export function mayOpen(pathname: string, role: Role): boolean {
  const rules = [...others, ...pages.map(({ to, roles }) => ({ under: to, roles }))];
  const [rule] = rules
    .filter(({ under }) => pathname === under || pathname.startsWith(under.endsWith('/') ? under : `${under}/`))
    .toSorted((a, b) => b.under.length - a.under.length);
  return !rule || rule.roles.includes(role);
}

/** `/portal` is not the current page on `/portal/pay`. */
export function currentPage(entries: readonly PageEntry[], pathname: string): PageEntry | undefined {
  return entries
    .filter(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
    .toSorted((a, b) => b.to.length - a.to.length)[0];
}
