import * as z from 'zod';
import { type Capability, may, type Right } from './rights.ts';

export const Role = z.enum(['admin', 'manager', 'employee', 'customer']).meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/**
 * Who may call a route. `signed-in` means any session, also of somebody who still waits for verification; a right means
 * a verified member who has it.
 */
export type Access = 'public' | 'signed-in' | Right;

export const staff = ['admin', 'manager', 'employee'] as const satisfies readonly Role[];
export const leaders = ['admin', 'manager'] as const satisfies readonly Role[];

export const MemberStatus = z
  .enum(['email-verified', 'profile-submitted', 'verified', 'rejected', 'suspended'])
  .meta({ id: 'MemberStatus' });
export type MemberStatus = z.infer<typeof MemberStatus>;

/** A person in one workspace, made from a verified session and from nothing else. */
export type Caller = {
  workspaceId: string;
  accountId: string;
  sessionId: string;
  /** When the person last showed a password, a code or a key in this session. */
  provedAt: string;
  memberId: string;
  role: Role;
  status: MemberStatus;
  name: string;
  capabilities: readonly Capability[];
  /** The customer record behind a member of role customer, once the profile is submitted. */
  customerId: string | null;
  /** The business demands a second factor of this role, and the account has none yet. */
  mustEnrol: boolean;
};

export type Refusal = 'no-caller' | 'not-verified' | 'wrong-role' | 'must-enrol';

const proofLifeMs = 10 * 60_000;

export const isFreshProof = ({ provedAt }: Pick<Caller, 'provedAt'>, now: Date): boolean =>
  now.getTime() - Date.parse(provedAt) < proofLifeMs;

/** Null when the caller may go on. */
export function refusalOf(access: Access, caller: Caller | null): Refusal | null {
  if (access === 'public') return null;
  if (!caller) return 'no-caller';
  if (access === 'signed-in') return null;
  if (caller.status !== 'verified') return 'not-verified';
  if (!may(caller, access)) return 'wrong-role';
  return caller.mustEnrol ? 'must-enrol' : null;
}
