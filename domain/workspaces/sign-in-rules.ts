import * as z from 'zod';
import type { Role } from '#domain/kernel/access.ts';
import { Version } from '#domain/kernel/ids.ts';

/** Of whom a business demands a second factor. */
export const SecondFactorFor = z.enum(['nobody', 'admins', 'leaders', 'staff']).meta({ id: 'SecondFactorFor' });
export type SecondFactorFor = z.infer<typeof SecondFactorFor>;

/** How people may sign in to one business. */
export const SignInRules = z
  .object({
    secondFactorFor: SecondFactorFor,
    /** The directory ids whose people may sign in with Microsoft. */
    microsoftTenants: z.array(z.string()),
    version: Version.nullable(),
  })
  .meta({ id: 'SignInRules' });
export type SignInRules = z.infer<typeof SignInRules>;

/** Until an admin says otherwise. */
export const defaultSignInRules: SignInRules = { secondFactorFor: 'nobody', microsoftTenants: [], version: null };

const TenantId = z.guid('Not a directory id').toLowerCase();

export const SignInRulesChange = z.strictObject({
  secondFactorFor: SecondFactorFor.optional(),
  microsoftTenants: z.array(TenantId).max(20).optional(),
});
export type SignInRulesChange = z.infer<typeof SignInRulesChange>;

const demandedOf: Record<SecondFactorFor, readonly Role[]> = {
  nobody: [],
  admins: ['admin'],
  leaders: ['admin', 'manager'],
  staff: ['admin', 'manager', 'employee'],
};

export const demandsSecondFactor = (rule: SecondFactorFor, role: Role): boolean => demandedOf[rule].includes(role);
