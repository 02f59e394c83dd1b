import * as z from 'zod';
import type { Role } from './access.ts';

/** Whose rows: everybody's, those of the people one leads, or those one is a party to. Stores narrow their queries by it. */
export type Scope = 'all' | 'team' | 'own';

/** What an employee may work on beside tasks. */
export const Capability = z.enum(['canWorkLeads', 'canWorkSales', 'canWorkCases']).meta({ id: 'Capability' });
export type Capability = z.infer<typeof Capability>;

type Grant = Scope | { scope: Scope; with: Capability };

const everybody = { admin: 'all', manager: 'team', employee: 'own', customer: 'own' } as const;
const staffOnly = { admin: 'all', manager: 'team', employee: 'own' } as const;
const leadersOnly = { admin: 'all', manager: 'team' } as const;
const adminOnly = { admin: 'all' } as const;
/** Leaders, and an employee who has the capability. */
const leadersAnd = (capability: Capability) =>
  ({ ...leadersOnly, employee: { scope: 'own', with: capability } }) as const;
const ownOnly = { admin: 'own', manager: 'own', employee: 'own', customer: 'own' } as const;

/**
 * What each role may do, in one table: a route names its right, the interface asks for it before it shows a button, and
 * the standing tests try every other role. A role that is not named may not.
 */
export const rights = {
  'members.view': leadersOnly,
  'members.manage': adminOnly,
  'members.verify': adminOnly,
  'members.invite': adminOnly,
  'colleagues.view': staffOnly,
  'photos.view': everybody,
  'profile.change': ownOnly,
  'audit.view': { admin: 'all', manager: 'team', employee: 'own' },
  'audit.export': adminOnly,
  'workspace.settings': adminOnly,
  'workspace.export': adminOnly,
  'customers.view': leadersOnly,
  'customers.change': leadersOnly,
  'customers.export': leadersOnly,
  'customers.assign': adminOnly,
  'customers.import': adminOnly,
  'tasks.view': everybody,
  'tasks.create': everybody,
  'tasks.change': everybody,
  'tasks.verify': leadersOnly,
  'tasks.assign': staffOnly,
  'tasks.delete': leadersOnly,
  'tasks.set-status': staffOnly,
  'rooms.talk': everybody,
  'rooms.team': staffOnly,
  'rooms.ask-support': { customer: 'own' },
  'rooms.answer-support': leadersAnd('canWorkCases'),
  'notifications.own': ownOnly,
  'payments.view': everybody,
  'payments.view-of-task': everybody,
  'payments.pay': { customer: 'own' },
  'payments.request': staffOnly,
  'payments.refund': adminOnly,
  'rates.view': staffOnly,
  'reports.view': leadersOnly,
  'segments.view': leadersOnly,
  'segments.rebuild': leadersOnly,
  'leads.work': leadersAnd('canWorkLeads'),
  'sales.work': leadersAnd('canWorkSales'),
  'cases.work': leadersAnd('canWorkCases'),
} as const satisfies Record<string, Partial<Record<Role, Grant>>>;
export type Right = keyof typeof rights;

/** Null when the role has no such right, or the person lacks the capability it takes. */
export function scopeOf(right: Right, { role, capabilities }: Holder): Scope | null {
  const grant = (rights[right] as Partial<Record<Role, Grant>>)[role];
  if (grant === undefined) return null;
  if (typeof grant === 'string') return grant;
  return capabilities.includes(grant.with) ? grant.scope : null;
}

type Holder = { role: Role; capabilities: readonly Capability[] };

export const may = (holder: Holder, right: Right): boolean => scopeOf(right, holder) !== null;

export const rolesWith = (right: Right): Role[] => Object.keys(rights[right]) as Role[];
