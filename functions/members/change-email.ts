import { refusalOf } from '#domain/kernel/access.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { EmailProof } from '#domain/members/email-change.ts';
import type { Me, Member } from '#domain/members/member.ts';
import { changeEmail } from '#functions/accounts/engine.ts';
import { findAccount, findAccountById } from '#functions/accounts/find-account.ts';
import { tellOwner } from '#functions/accounts/tell-owner.ts';
import { codeMails, takeTry } from '#functions/accounts/tries.ts';
import { spreadName } from '#functions/profile/spread-name.ts';
import type { Work } from '#functions/work.ts';
import { emailLinks } from './email-links.ts';
import { newEmailMail, takenEmailMail } from './mails.ts';
import { noteMember } from './note-member.ts';
import { presentMember } from './present-member.ts';

/** Of one account, to whatever addresses: nobody sends letters to the world by it. */
const emailWishes = { purpose: 'email-wishes', most: 20, windowSeconds: 3600 };

/**
 * By the person or an admin. Nothing is changed here: the person opens the link in the new mailbox while signed in.
 * Both are needed, because the account opens every business it belongs to: an admin of one must not take over the
 * others by an address of their own. The answer is the same for an address that has an account.
 */
export async function askForEmail(work: Work, memberId: string, email: string): Promise<{ email: string }> {
  const { caller, workspace, now, sendMail } = work;
  const isManager = refusalOf('members.manage', caller) === null;
  if (caller.memberId !== memberId && !isManager) throw problems.notFound('The member');
  const member = await presentMember(work, memberId);
  await takeTry(work, emailWishes, caller.accountId);
  await takeTry(work, codeMails, email);

  const { name: businessName } = await workspace.get();
  const isTaken = (await findAccount(email)) !== null;
  // Also for an address that has an account, whose owner never sees it: neither the work nor the audit log tells.
  const token = await emailLinks.add(now(), { accountId: member.accountId, email });
  await sendMail(isTaken ? takenEmailMail(email, { businessName }) : newEmailMail(email, { businessName, token }));
  await noteMember(work, member, { action: 'email-change-asked', detail: { to: email } });
  return { email };
}

/** The old address is told. Whatever fails half-way is finished by opening the link again. */
export async function confirmEmail(work: Work, { token, email }: EmailProof): Promise<Me> {
  const { caller, members, workspace, now } = work;
  const link = await emailLinks.find(token, now());
  if (link?.accountId !== caller.accountId || link.email !== email) throw problems.notFound('The link');
  const account = await findAccountById(caller.accountId);
  const before = account?.email ?? link.email;
  if (!(await changeEmail(caller.accountId, link.email)))
    throw problems.conflict('This e-mail address has another account meanwhile.');

  const member = await members.get(caller.memberId);
  const stored = await withEmail(work, member, link.email);
  await emailLinks.remove(token);
  const from = before === link.email ? member.email : before;
  await noteMember(work, stored, { action: 'email-changed', detail: { from, to: link.email } });
  await tellOwner(work, { to: from, event: 'email-changed', detail: link.email });
  return { member: stored, workspace: await workspace.get() };
}

async function withEmail(work: Work, member: Member, email: string): Promise<Member> {
  const { members, live, now } = work;
  const stored = await members.replace({ ...member, email, updatedAt: now().toISOString() });
  await spreadName(work, stored);
  await live.toStaff({ kind: 'members.changed' });
  return stored;
}
