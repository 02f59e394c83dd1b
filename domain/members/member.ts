import * as z from 'zod';
import { Age, JoiningRole } from '#domain/accounts/account.ts';
import { type Caller, MemberStatus, Role } from '#domain/kernel/access.ts';
import { Capability } from '#domain/kernel/rights.ts';
import { Id, Version } from '#domain/kernel/ids.ts';
import { paragraph } from '#domain/kernel/text.ts';
import { Moment } from '#domain/kernel/time.ts';
import { Workspace } from '#domain/workspaces/workspace.ts';

export const JoinedBy = z
  .enum(['password', 'code', 'invitation', 'google', 'facebook', 'linkedin', 'microsoft'])
  .meta({ id: 'JoinedBy' });
export type JoinedBy = z.infer<typeof JoinedBy>;

/** A person's place in one workspace: name, age, role and status live here, not on the account. */
export const Member = z
  .object({
    id: Id,
    accountId: z.string(),
    name: z.string(),
    email: z.string(),
    age: z.int().nullable(),
    role: Role,
    status: MemberStatus,
    /** Why the member was rejected or suspended. */
    reason: z.string().nullable(),
    capabilities: z.array(Capability),
    /** By what the person came in first. */
    joinedBy: JoinedBy,
    /** Names the picture; another picture has another name. */
    photo: z.string().nullable(),
    /** What an employee said they will work on. */
    skills: z.string().nullable(),
    /** The customer record, for role customer and once the profile is submitted. */
    customerId: Id.nullable(),
    createdAt: Moment,
    /** When the profile was completed: "Form Filled". */
    submittedAt: Moment.nullable(),
    /** May be set before the profile is completed: then the person is in as soon as it is. */
    verifiedAt: Moment.nullable(),
    updatedAt: Moment,
    /** Deleted members can be restored for 30 days. */
    deletedAt: Moment.nullable(),
    version: Version,
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

/** How much work a person has: tasks as customer or employee, and the people on the other side of them or assigned to them. */
export const Load = z.object({ tasksAssigned: z.int(), assignedPeople: z.int() });
export type Load = z.infer<typeof Load>;

export const MemberWithLoad = Member.extend(Load.shape).meta({ id: 'MemberWithLoad' });
export type MemberWithLoad = z.infer<typeof MemberWithLoad>;

export const MemberLoad = Member.pick({ id: true }).extend(Load.shape).meta({ id: 'MemberLoad' });
export type MemberLoad = z.infer<typeof MemberLoad>;

/** Who the session is, and where: what the browser asks first. */
export const Me = z
  .object({
    member: Member,
    workspace: Workspace,
    /** The business demands a second factor of this person, who has none yet. */
    mustEnrol: z.boolean().optional(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const SecondFactor = z.enum(['totp', 'passkey', 'recovery-code']).meta({ id: 'SecondFactor' });
export type SecondFactor = z.infer<typeof SecondFactor>;

/** The answer to every way in: the person is in, or proves a second factor next. */
export const SignedIn = z
  .discriminatedUnion('step', [
    z.object({ step: z.literal('in'), me: Me }),
    z.object({ step: z.literal('second-factor'), ways: z.array(SecondFactor) }),
  ])
  .meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof SignedIn>;

/** Complete Your Profile. A customer's text describes the Welcome Task; an employee's is what they will work on. */
export const Profile = z.strictObject({
  task: paragraph(4000, 1),
  age: Age.optional(),
  role: JoiningRole.optional(),
});
export type Profile = z.infer<typeof Profile>;

type Person = Pick<Member, 'id' | 'accountId' | 'name' | 'email' | 'age' | 'role' | 'joinedBy'>;

/** The first layer: the e-mail address is proved. */
export const newcomer = (person: Person, now: Date): Omit<Member, 'version'> => ({
  ...person,
  status: 'email-verified',
  reason: null,
  capabilities: [],
  photo: null,
  skills: null,
  customerId: null,
  createdAt: now.toISOString(),
  submittedAt: null,
  verifiedAt: null,
  updatedAt: now.toISOString(),
  deletedAt: null,
});

/** The layer somebody has come to. Rejecting and suspending lie across it. */
export const layerOf = ({ submittedAt, verifiedAt }: Pick<Member, 'submittedAt' | 'verifiedAt'>): MemberStatus => {
  if (submittedAt === null) return 'email-verified';
  return verifiedAt === null ? 'profile-submitted' : 'verified';
};

/** What the column Verified says: also of somebody verified who has still to complete the profile. */
export const isVerified = ({ status, verifiedAt }: Pick<Member, 'status' | 'verifiedAt'>): boolean =>
  verifiedAt !== null && status !== 'rejected' && status !== 'suspended';

/** All layers at once: for somebody invited, and for who opens a business. */
export const admit = <M extends Omit<Member, 'version'>>(member: M, role: Role, now: Date): M => ({
  ...member,
  role,
  status: 'verified',
  submittedAt: member.submittedAt ?? now.toISOString(),
  verifiedAt: member.verifiedAt ?? now.toISOString(),
});

/** What is known already stays; the role is the person's own to say only while nobody has verified it. */
export const submitProfile = (member: Member, profile: Profile, now: Date): Member => {
  const mayChoose = JoiningRole.safeParse(member.role).success && member.verifiedAt === null;
  const role = mayChoose ? (profile.role ?? member.role) : member.role;
  const submitted = { ...member, submittedAt: now.toISOString(), updatedAt: now.toISOString() };
  return {
    ...submitted,
    role,
    age: member.age ?? profile.age ?? null,
    status: layerOf(submitted),
    skills: role === 'employee' ? profile.task : null,
  };
};

/** Where the three layers send somebody: complete the profile, wait, or come in. Survives a status it does not know. */
export function landingOf(member: Pick<Caller, 'role' | 'status'>): string {
  switch (member.status) {
    case 'verified':
      return member.role === 'customer' ? '/portal' : '/home';
    case 'profile-submitted':
    case 'rejected':
    case 'suspended':
      return '/waiting';
    default:
      return '/complete-profile';
  }
}
