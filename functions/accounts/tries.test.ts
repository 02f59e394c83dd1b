import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codeLifeSeconds, codeTries, resendAfterSeconds } from '#domain/accounts/account.ts';
import { inviteMember } from '#functions/members/invite-member.ts';
import { Settings } from '#functions/platform/settings.ts';
import { newEmail } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { withCrm } from '#functions/testing/with-crm.ts';
import { waitAfter } from './password-tries.ts';
import { clientLimits, codeMails, invitationMails, takeTry } from './tries.ts';

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

test('ASVS 6.1.1 what slows guessing down is told in the documentation as it is', () => {
  const told = readFileSync('docs/security/authentication.md', 'utf8').replace(/\s+/g, ' ');
  const most = Settings.shape.WAYS_IN_PER_CLIENT.parse(undefined);
  expect(clientLimits['ways-in'].windowSeconds).toBe(600);
  expect(told).toContain(`${most} acts in ten minutes`);
  expect(told).toContain(`${codeMails.most} mails an hour to one address`);
  expect(told).toContain(
    `6 digits, ${codeLifeSeconds / 60} minutes, ${codeTries} tries, one use, resend after ${resendAfterSeconds} s`,
  );
  expect([5, 6, 7, 8, 1000].map((tries) => waitAfter(tries))).toEqual([0, 1, 2, 4, 60]);
  expect(told).toContain('five wrong passwords are free');
  expect(told).toContain('wait 1, 2, 4, ... at most 60 seconds');
});
