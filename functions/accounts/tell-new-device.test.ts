import { expect, test } from 'vitest';
import { joined, password, withBusiness } from '#functions/testing/people.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import { signOut } from './session.ts';
import { signIn } from './sign-in.ts';

test(
  'ASVS 6.3.5 a sign-in from a browser the account was never used with is told to its owner, once',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    const { email } = me.member;
    const told = async () =>
      (await crm.mailTo(email)).filter(({ subject }) => subject === 'Your account was used on a new device');
    await visitor.works(signOut);
    await visitor.does((visit) => signIn(visit, { email, password }));
    expect(await told()).toEqual([]);

    const elsewhere = visitorOf(crm);
    for (let times = 0; times < 2; times++) {
      await elsewhere.does((visit) => signIn({ ...visit, address: '203.0.113.7' }, { email, password }));
    }
    expect(await told()).toHaveLength(1);
    expect((await told())[0]!.text).toContain('An unknown browser, from 203.0.113.7');
  }),
);
