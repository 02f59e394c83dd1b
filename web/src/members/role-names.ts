import type { Role } from '#domain/kernel/access.ts';

export const roleNames: Record<Role, string> = {
  admin: 'Admin',
  manager: 'Manager',
  employee: 'Employee',
  customer: 'Customer',
};
