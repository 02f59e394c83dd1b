import type { Role } from '#domain/kernel/access.ts';
import type { Capability } from '#domain/kernel/rights.ts';
import type { JoinedBy } from '#domain/members/member.ts';

export const roleNames: Record<Role, string> = {
  admin: 'Admin',
  manager: 'Manager',
  employee: 'Employee',
  customer: 'Customer',
};

export const joinedByNames: Record<JoinedBy, string> = {
  password: 'Password',
  code: 'E-mail code',
  invitation: 'Invitation',
  google: 'Google',
  facebook: 'Facebook',
  linkedin: 'LinkedIn',
  microsoft: 'Microsoft',
};

/** What an employee may work on beside tasks. */
export const capabilityNames: Record<Capability, string> = {
  canWorkLeads: 'Leads',
  canWorkSales: 'Sales',
  canWorkCases: 'Cases',
};
