import { expect, test } from 'vitest';
import { changePassword } from '#functions/accounts/change-password.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { signOut } from '#functions/accounts/session.ts';
import { codeTo, joined, password, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';

test(
  'ASVS 16.2.5 no entry holds a password, a code or what a cookie holds',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    const { email } = me.member;
    const other = 'a different horse battery';
    const secrets = [password, other, 'a wrong horse battery', await codeTo(crm, email)];
    const keep = () => secrets.push(...visitor.cookies().map(({ value }) => value));

    const elsewhere = visitorOf(crm);
    await refusalOf(elsewhere.does((visit) => signIn(visit, { email, password: 'a wrong horse battery' })));
    await elsewhere.does((visit) => signIn(visit, { email, password }));
    keep();
    await visitor.works((work) => changePassword(work, { current: password, password: other }));
    keep();
    await visitor.works(signOut);

    const entries = await crm.system().audit.newest({ limit: 100 });
    expect(entries.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['sign-in-failed', 'password-changed', 'signed-out']),
    );
    const text = JSON.stringify(entries);
    for (const secret of secrets) expect(text).not.toContain(secret);
  }),
);
