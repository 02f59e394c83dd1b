import { expect, test } from 'vitest';
import { codeTo, joined, newEmail, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import { askEmailCode, proveEmail } from './prove-email.ts';
import { memberIn, signInWith } from './testing/with-company.ts';

test(
  'W13 Facebook, which verifies no address, brings an account once our own code has proved one',
  withBusiness(async (crm) => {
    const visitor = visitorOf(crm);
    const at = { slug: crm.workspace.slug };
    const claimed = newEmail();
    const subject = '10158';
    const finished = await signInWith(visitor, 'facebook', { name: 'Dipika Sarraf', email: claimed, subject, at });
    expect(finished.outcome).toEqual({ step: 'email', name: 'Dipika Sarraf', email: claimed });
    expect(await visitor.caller()).toBeNull();

    const email = newEmail();
    const { ticket } = await visitor.does((visit) => askEmailCode(visit, email));
    const code = await codeTo(crm, email);
    const answer = await visitor.does((visit) => proveEmail(visit, { ticket, code }));
    expect(answer).toMatchObject({
      step: 'in',
      me: { member: { email, name: 'Dipika Sarraf', joinedBy: 'facebook' } },
    });

    const again = await signInWith(visitorOf(crm), 'facebook', { email: claimed, subject });
    expect(memberIn(again).email).toBe(email);
  }),
);

test(
  'W13 Facebook without an address invents none',
  withBusiness(async (crm) => {
    const at = { slug: crm.workspace.slug };
    const { outcome } = await signInWith(visitorOf(crm), 'facebook', { name: 'Dipika Sarraf', at });
    expect(outcome).toEqual({ step: 'email', name: 'Dipika Sarraf', email: null });
  }),
);

test(
  'an address that Google has not verified is proved by our own code as well',
  withBusiness(async (crm) => {
    const at = { slug: crm.workspace.slug };
    const email = newEmail();
    const { outcome } = await signInWith(visitorOf(crm), 'google', { email, isVerified: false, at });
    expect(outcome).toMatchObject({ step: 'email', email });
  }),
);

test(
  'W13 ASVS 6.8.1 an address that has an account gets no code, and its owner is told',
  withBusiness(async (crm) => {
    const { me } = await joined(crm);
    const { email } = me.member;
    const taker = visitorOf(crm);
    await signInWith(taker, 'facebook', { name: 'A taker', email, at: { slug: crm.workspace.slug } });
    const { ticket } = await taker.does((visit) => askEmailCode(visit, email));

    const [newest] = await crm.mailTo(email);
    expect(newest?.subject).toBe('You already have an account');
    const guess = taker.does((visit) => proveEmail(visit, { ticket, code: '000000' }));
    expect(await refusalOf(guess)).toMatchObject({ type: '/problems/bad-code' });
    expect(await taker.caller()).toBeNull();
  }),
);

test(
  'a code cannot be asked for in another browser, nor without a login',
  withBusiness(async (crm) => {
    const visitor = visitorOf(crm);
    await signInWith(visitor, 'facebook', { name: 'Dipika Sarraf', at: { slug: crm.workspace.slug } });
    const elsewhere = visitorOf(crm).does((visit) => askEmailCode(visit, newEmail()));
    expect(await refusalOf(elsewhere)).toMatchObject({ type: '/problems/login-lapsed' });
  }),
);

test(
  'the code works once',
  withBusiness(async (crm) => {
    const visitor = visitorOf(crm);
    await signInWith(visitor, 'facebook', { name: crypto.randomUUID(), at: { slug: crm.workspace.slug } });
    const email = newEmail();
    const { ticket } = await visitor.does((visit) => askEmailCode(visit, email));
    const proof = { ticket, code: await codeTo(crm, email) };
    const tries = Array.from({ length: 20 }, () => refusalOf(visitor.does((visit) => proveEmail(visit, proof))));
    expect((await Promise.all(tries)).filter((refusal) => refusal === null)).toHaveLength(1);
  }),
);
