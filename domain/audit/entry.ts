import * as z from 'zod';
import { Moment } from '#domain/kernel/time.ts';

/** What is written down, in the order of the alphabet; each has its sentence on the page. */
export const AuditAction = z
  .enum([
    'audit-exported',
    'bulk-deleted',
    'bulk-undone',
    'bulk-verified',
    'customer-assigned',
    'customer-changed',
    'customer-unassigned',
    'email-change-asked',
    'email-changed',
    'factor-added',
    'factor-removed',
    'invitation-resent',
    'invitation-revoked',
    'login-linked',
    'login-unlinked',
    'member-added',
    'member-changed',
    'member-deleted',
    'member-invited',
    'member-rejected',
    'member-restored',
    'member-resumed',
    'member-suspended',
    'member-verified',
    'password-changed',
    'password-reset',
    'payment-cancelled',
    'payment-recorded',
    'payment-refunded',
    'photo-changed',
    'profile-deleted',
    'profile-submitted',
    'recovery-renewed',
    'recovery-used',
    'role-changed',
    'room-observed',
    'session-ended',
    'settings-changed',
    'sign-in-failed',
    'signed-in',
    'signed-out',
    'stepped-up',
    'workspace-exported',
    'workspace-export-taken',
    'workspace-imported',
  ])
  .meta({ id: 'AuditAction' });
export type AuditAction = z.infer<typeof AuditAction>;

export const AuditKind = z.enum([
  'account',
  'customer',
  'invitation',
  'member',
  'payment',
  'room',
  'session',
  'workspace',
]);

/** A closed set: nobody writes a password or a code into an entry by mistake. */
export const AuditFact = z.enum([
  'amount',
  'count',
  'device',
  'email',
  'factor',
  'fields',
  'from',
  'reason',
  'role',
  'task',
  'to',
  'way',
]);

export type AuditFact = z.infer<typeof AuditFact>;

/** What a use case tells; the store adds the rest. */
export const AuditNote = z.object({
  action: AuditAction,
  /** Null when nobody known did it: a failed sign-in, a timer. */
  by: z.object({ memberId: z.string(), name: z.string() }).nullable(),
  on: z.object({ kind: AuditKind, id: z.string(), name: z.string() }).nullable().default(null),
  /** Short facts for a person to read, such as `{ from: 'employee', to: 'manager' }`. */
  detail: z.partialRecord(AuditFact, z.string().max(500)).default({}),
  /** The network address it came from. */
  address: z.string().nullable().default(null),
});
export type AuditNote = z.input<typeof AuditNote>;

/** One link of a workspace's chain: its hash covers all the rest, the hash of the one before included. */
export const AuditEntry = AuditNote.extend({
  /** From 1, without gaps, over all months of the workspace. */
  seq: z.int().positive(),
  at: Moment,
  prev: z.string(),
  hash: z.string(),
}).meta({ id: 'AuditEntry' });
export type AuditEntry = z.output<typeof AuditEntry>;
