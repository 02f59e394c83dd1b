import * as z from 'zod';
import { Age, PersonName } from '#domain/accounts/account.ts';
import { Role } from '#domain/kernel/access.ts';
import { Version } from '#domain/kernel/ids.ts';
import { Capability } from '#domain/kernel/rights.ts';
import { layerOf, type Member } from './member.ts';

/**
 * Edit user: what is left out stays. `formFilled` and `verified` are the switches; the switch Admin is the role. The
 * e-mail address is not here: it is the account's, and a new one has to be proved.
 */
export const MemberChange = z.strictObject({
  version: Version,
  name: z.string('Name must be text').pipe(PersonName).optional(),
  age: Age.nullable().optional(),
  role: Role.optional(),
  capabilities: z
    .array(Capability)
    .max(10)
    .transform((all) => [...new Set(all)])
    .optional(),
  formFilled: z.boolean().optional(),
  verified: z.boolean().optional(),
});
export type MemberChange = z.infer<typeof MemberChange>;

/** Capabilities are an employee's; those of another role are dropped. */
export function change(member: Member, wanted: MemberChange, now: Date): Member {
  const role = wanted.role ?? member.role;
  const changed = {
    ...member,
    role,
    name: wanted.name ?? member.name,
    age: wanted.age === undefined ? member.age : wanted.age,
    capabilities: role === 'employee' ? (wanted.capabilities ?? member.capabilities) : [],
    submittedAt: switched(member.submittedAt, wanted.formFilled, now),
    verifiedAt: switched(member.verifiedAt, wanted.verified, now),
    updatedAt: now.toISOString(),
  };
  return { ...changed, ...statusAfter(member, changed, wanted) };
}

/** On keeps the first moment. */
function switched(moment: string | null, wanted: boolean | undefined, now: Date): string | null {
  if (wanted === undefined) return moment;
  return wanted ? (moment ?? now.toISOString()) : null;
}

/** The switch Verified takes back a rejection; a suspension is ended by resuming only. */
function statusAfter(
  { status, reason }: Member,
  changed: Member,
  { verified }: MemberChange,
): Pick<Member, 'status' | 'reason'> {
  const isHeld = status === 'suspended' || (status === 'rejected' && !verified);
  return isHeld ? { status, reason } : { status: layerOf(changed), reason: null };
}
