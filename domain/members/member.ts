import * as z from 'zod';
import { Age, JoiningRole, Password, PersonName } from '#domain/accounts/account.ts';
import { type Caller, MemberStatus, Role } from '#domain/kernel/access.ts';
import { Capability } from '#domain/kernel/rights.ts';
import { Id, Version } from '#domain/kernel/ids.ts';
import { Email, line, paragraph } from '#domain/kernel/text.ts';
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
    submittedAt: Moment.nullable(),
    verifiedAt: Moment.nullable(),
    updatedAt: Moment,
    /** Deleted members can be restored for 30 days. */
    deletedAt: Moment.nullable(),
    version: Version,
  })
  .meta({ id: 'Member' });
export type Member = z.infer<typeof Member>;

/** Who the session is, and where: what the browser asks first. */
export const Me = z
  .object({
    member: Member,
    workspace: Workspace,
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

/** Complete Your Profile. A customer's task becomes the first request; an employee's is what they will work on. */
export const Profile = z.strictObject({
  task: line(200),
  description: paragraph(4000).default(''),
  age: Age.optional(),
  role: JoiningRole.optional(),
});
export type Profile = z.infer<typeof Profile>;

export const InvitationDraft = z.strictObject({ email: Email, role: z.enum(['admin', 'manager', 'employee']) });
export type InvitationDraft = z.infer<typeof InvitationDraft>;

export const Invitation = z
  .object({
    id: Id,
    email: z.string(),
    role: Role,
    invitedBy: z.string(),
    createdAt: Moment,
    expiresAt: Moment,
    acceptedAt: Moment.nullable(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

/** What the person behind the link sees. `hasAccount`: the password asked for is the one they already have. */
export const OpenInvitation = z
  .object({
    workspaceName: z.string(),
    slug: z.string(),
    email: z.string(),
    role: Role,
    invitedBy: z.string(),
    hasAccount: z.boolean(),
  })
  .meta({ id: 'OpenInvitation' });
export type OpenInvitation = z.infer<typeof OpenInvitation>;

export const Acceptance = z.strictObject({ name: PersonName, age: Age, password: Password });
export type Acceptance = z.infer<typeof Acceptance>;

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
  const role = JoiningRole.safeParse(member.role).success ? (profile.role ?? member.role) : member.role;
  return {
    ...member,
    role,
    age: member.age ?? profile.age ?? null,
    status: 'profile-submitted',
    skills: role === 'employee' ? [profile.task, profile.description].filter(Boolean).join('\n') : null,
    submittedAt: now.toISOString(),
  };
};

/** Verifying twice keeps the first moment. */
export const verify = (member: Member, now: Date): Member =>
  member.status === 'verified' ? member : { ...member, status: 'verified', verifiedAt: now.toISOString() };

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
