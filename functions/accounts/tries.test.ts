import { expect, test } from 'vitest';
import { inviteMember } from '#functions/members/invite-member.ts';
import { newEmail } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { invitationMails, takeTry } from './tries.ts';

test(
  'tries of one subject and purpose do not count for another',
  withCrm(async (crm) => {
    const once = { purpose: 'a test', most: 1, windowSeconds: 60 };
    const [one, other] = [newEmail(), newEmail()];
    await takeTry(crm.visit(), once, one);
    expect(await refusalOf(takeTry(crm.visit(), once, one))).toMatchObject({ status: 429 });
    expect(await refusalOf(takeTry(crm.visit(), once, other))).toBeNull();
    expect(await refusalOf(takeTry(crm.visit(), { ...once, purpose: 'another test' }, one))).toBeNull();
  }),
);

test(
  'a business sends two hundred invitations in an hour at most',
  withCrm(async (crm) => {
    const admin = await crm.work('admin');
    for (let sent = 1; sent < invitationMails.most; sent++) await takeTry(admin, invitationMails, crm.workspace.id);
    const invite = (email: string) => refusalOf(inviteMember(admin, { email, role: 'employee' }));
    expect(await invite(newEmail())).toBeNull();

    const late = newEmail();
    expect(await invite(late)).toMatchObject({ status: 429 });
    expect(await crm.mailTo(late)).toEqual([]);
  }),
);
