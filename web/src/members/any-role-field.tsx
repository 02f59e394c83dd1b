import { Role } from '#domain/kernel/access.ts';
import { RoleField } from '#web/accounts/joining-fields.tsx';
import { roleNames } from './role-names.ts';

const all = Role.options.map((value) => ({ value, label: roleNames[value] }));

/** Every role, for an admin to give. */
export const AnyRoleField = (props: Record<string, unknown>) => <RoleField data={all} {...props} />;
