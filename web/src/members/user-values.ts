import * as z from 'zod';
import { Age, PersonName } from '#domain/accounts/account.ts';
import { Role } from '#domain/kernel/access.ts';
import { Capability } from '#domain/kernel/rights.ts';
import { Email } from '#domain/kernel/text.ts';
import type { MemberChange } from '#domain/members/change.ts';
import { isVerified, type Member } from '#domain/members/member.ts';
import type { ConflictField } from '#web/platform/conflict.tsx';
import { capabilityNames, roleNames } from './role-names.ts';

/** Edit user, as it is typed. */
export const UserValues = z.object({
  name: PersonName,
  age: Age,
  email: Email,
  role: Role,
  capabilities: z.array(Capability),
  formFilled: z.boolean(),
  verified: z.boolean(),
});
export type UserValues = z.infer<typeof UserValues>;

/** Values of a form: an age that is not known is an empty field. */
export type TypedUser = Omit<UserValues, 'age'> & { age: number | '' };

export const valuesOf = (member: Member): TypedUser => ({
  name: member.name,
  age: member.age ?? '',
  email: member.email,
  role: member.role,
  capabilities: [...member.capabilities].sort(),
  formFilled: member.submittedAt !== null,
  verified: isVerified(member),
});

type Field = keyof TypedUser;
const fields = Object.keys(UserValues.shape) as Field[];
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const typedFields = (base: TypedUser, typed: TypedUser) => fields.filter((field) => !same(base[field], typed[field]));

/** What differs from what was read; the e-mail address goes its own way. */
export function changeOf(base: Member, typed: UserValues): MemberChange {
  const { email: _, ...rest } = typed;
  const changed = typedFields(valuesOf(base), typed);
  const entries = Object.entries(rest).filter(([field]) => changed.includes(field as Field));
  return { version: base.version, ...Object.fromEntries(entries) };
}

/** What somebody typed, over what stands now: their fields stay, all others are brought up to date. */
export function keepTyped(base: Member, typed: TypedUser, now: Member): TypedUser {
  const mine = typedFields(valuesOf(base), typed);
  return { ...valuesOf(now), ...Object.fromEntries(mine.map((field) => [field, typed[field]])) };
}

/** The fields somebody typed that stand otherwise now. */
export function differencesOf(base: Member, typed: TypedUser, now: Member): ConflictField[] {
  const stands = valuesOf(now);
  return typedFields(valuesOf(base), typed)
    .filter((field) => !same(stands[field], typed[field]))
    .map((field) => ({ label: labels[field], theirs: wordsOf(stands, field), mine: wordsOf(typed, field) }));
}

const labels: Record<Field, string> = {
  name: 'Name',
  age: 'Age',
  email: 'Email',
  role: 'Role',
  capabilities: 'Works on',
  formFilled: 'Form Filled',
  verified: 'Form Verified',
};

function wordsOf(values: TypedUser, field: Field): string {
  switch (field) {
    case 'role':
      return roleNames[values.role];
    case 'capabilities':
      return values.capabilities.map((one) => capabilityNames[one]).join(', ') || 'None';
    case 'formFilled':
    case 'verified':
      return values[field] ? 'Yes' : 'No';
    default:
      return String(values[field]) || '–';
  }
}
