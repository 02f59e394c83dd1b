import * as z from 'zod';
import { line } from '#domain/kernel/text.ts';
import { isVerified, layerOf, type Member } from './member.ts';

/** What an admin tells the person: it stands in the mail and on the waiting page. */
export const Reason = z.strictObject({ reason: line(500) });
export type Reason = z.infer<typeof Reason>;

/** Verifying twice keeps the first moment. Who has not completed the profile meets that step at the next sign-in. */
export function verify(member: Member, now: Date): Member {
  if (isVerified(member) || member.status === 'suspended') return member;
  const verified = { ...member, verifiedAt: now.toISOString(), reason: null, updatedAt: now.toISOString() };
  return { ...verified, status: layerOf(verified) };
}

/** For somebody who waits: the answer is no. */
export const reject = (member: Member, reason: string, now: Date): Member => ({
  ...member,
  status: 'rejected',
  reason,
  verifiedAt: null,
  updatedAt: now.toISOString(),
});

/** Shuts somebody out for a time; nothing of theirs is changed. */
export const suspend = (member: Member, reason: string, now: Date): Member => ({
  ...member,
  status: 'suspended',
  reason,
  updatedAt: now.toISOString(),
});

export const resume = (member: Member, now: Date): Member =>
  member.status === 'suspended'
    ? { ...member, status: layerOf(member), reason: null, updatedAt: now.toISOString() }
    : member;

const restorableDays = 30;

export const remove = (member: Member, now: Date): Member =>
  member.deletedAt === null ? { ...member, deletedAt: now.toISOString(), updatedAt: now.toISOString() } : member;

export const restore = (member: Member, now: Date): Member =>
  member.deletedAt === null ? member : { ...member, deletedAt: null, updatedAt: now.toISOString() };

export const mayRestore = ({ deletedAt }: Pick<Member, 'deletedAt'>, now: Date): boolean =>
  deletedAt === null || now.getTime() - Date.parse(deletedAt) < restorableDays * 86_400_000;

/** Of those one at least stays in every business. */
export const isActingAdmin = ({ role, status, deletedAt }: Pick<Member, 'role' | 'status' | 'deletedAt'>): boolean =>
  role === 'admin' && status === 'verified' && deletedAt === null;
