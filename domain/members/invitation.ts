import * as z from 'zod';
import { Age, Password, PersonName } from '#domain/accounts/account.ts';
import { Role } from '#domain/kernel/access.ts';
import { Id } from '#domain/kernel/ids.ts';
import { Email } from '#domain/kernel/text.ts';
import { Moment } from '#domain/kernel/time.ts';

export const InvitationDraft = z.strictObject({ email: Email, role: z.enum(['admin', 'manager', 'employee']) });
export type InvitationDraft = z.infer<typeof InvitationDraft>;

/**
 * Add user. There is no account before the address is proved, so this sends a link, where the person chooses their
 * password. A password here is asked for at the link, once: what an admin knows never opens the account.
 */
export const NewUser = z.strictObject({
  name: z.string('Name must be text').pipe(PersonName),
  age: Age,
  email: z.string('Please enter a valid e-mail address').pipe(Email),
  role: Role,
  password: Password.optional(),
});
export type NewUser = z.infer<typeof NewUser>;

export const Invitation = z
  .object({
    id: Id,
    email: z.string(),
    role: Role,
    /** Known where the person was added by the form, null where only an address was invited. */
    name: z.string().nullable(),
    age: z.int().nullable(),
    hasPassword: z.boolean(),
    invitedBy: z.string(),
    createdAt: Moment,
    expiresAt: Moment,
    acceptedAt: Moment.nullable(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

/** From the link of the mail; it never stands in an address of the API, where it would be logged. */
export const InvitationToken = z.string().min(16).max(200);

/**
 * What the person behind the link sees and is asked. `password`: none because they are signed in, a new one, a new one
 * beside the one they were given, or the own one of the account they have.
 */
export const OpenInvitation = z
  .object({
    workspaceName: z.string(),
    slug: z.string(),
    email: z.string(),
    role: Role,
    invitedBy: z.string(),
    name: z.string().nullable(),
    age: z.int().nullable(),
    password: z.enum(['none', 'new', 'given', 'own']),
  })
  .meta({ id: 'OpenInvitation' });
export type OpenInvitation = z.infer<typeof OpenInvitation>;

/** Name and age where the invitation has none; the passwords that `OpenInvitation.password` asks for. */
export const Acceptance = z.strictObject({
  token: InvitationToken,
  name: PersonName.optional(),
  age: Age.optional(),
  password: Password.optional(),
  givenPassword: z.string().max(128).optional(),
});
export type Acceptance = z.infer<typeof Acceptance>;
