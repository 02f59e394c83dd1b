import { problems } from '#domain/kernel/problem.ts';
import { reject, verify } from '#domain/members/decide.ts';
import { isVerified, type Member } from '#domain/members/member.ts';
import { sendAside } from '#functions/platform/mail.ts';
import type { Work } from '#functions/work.ts';
import { rejectionMail, verifiedMail } from './mails.ts';
import { noteMember } from './note-member.ts';
import { presentMember } from './present-member.ts';

/**
 * The third layer. The member's waiting page hears it and opens by itself, and a mail says it to who is away; who has
 * not filled the form does so first, and need not wait then.
 */
export async function verifyMember(work: Work, memberId: string): Promise<Member> {
  const { members, workspace, live, sendMail, now } = work;
  const member = await presentMember(work, memberId);
  if (member.status === 'suspended') throw problems.conflict('This member is suspended. Please end the suspension.');

  const verified = verify(member, now());
  const stored = verified === member ? member : await members.replace(verified);
  await live.toMember(memberId, { kind: 'member.verified' });
  await live.toStaff({ kind: 'members.changed' });
  if (verified === member) return stored;

  await noteMember(work, stored, { action: 'member-verified' });
  const { name: businessName, slug } = await workspace.get();
  await sendAside(sendMail, verifiedMail(stored.email, { businessName, slug }));
  return stored;
}

/** The person reads why, in a mail and on the waiting page. */
export async function rejectMember(work: Work, memberId: string, reason: string): Promise<Member> {
  const { members, workspace, live, sendMail, now } = work;
  const member = await presentMember(work, memberId);
  if (isVerified(member) || member.status === 'suspended')
    throw problems.conflict('This member is verified already. Please suspend or delete instead.');

  const stored = await members.replace(reject(member, reason, now()));
  await noteMember(work, stored, { action: 'member-rejected', detail: { reason } });
  await live.toMember(memberId, { kind: 'member.rejected' });
  await live.toStaff({ kind: 'members.changed' });
  await sendAside(sendMail, rejectionMail(member.email, { businessName: (await workspace.get()).name, reason }));
  return stored;
}
