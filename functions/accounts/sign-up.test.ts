import { describe, expect, test } from 'vitest';
import {
  businessForm,
  codeTo,
  joined,
  newEmail,
  newSlug,
  opened,
  password,
  signUpForm,
  withBusiness,
} from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Mail } from '#functions/platform/mail.ts';
import { findAccount } from './find-account.ts';
import { prove } from './prove.ts';
import { resendCode } from './resend-code.ts';
import { openBusiness, signUp } from './sign-up.ts';

const badCode = { problem: { status: 400, title: 'Invalid or expired OTP' } };
const twenty = Array.from({ length: 20 }, (_, index) => index);

describe('a sign-up at a business', () => {
  test(
    'F034 F062 ASVS 6.4.1 makes no account before the code is given',
    withBusiness(async (crm) => {
      const form = signUpForm(crm);
      await visitorOf(crm).does((visit) => signUp(visit, form));
      expect(await findAccount(form.email)).toBeNull();
      expect((await crm.system().members.list({ limit: 50 })).items).toEqual([]);
    }),
  );

  test(
    'F030 becomes an account and a membership that waits for the profile',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm, { role: 'employee', name: 'Per Dahl', age: 28 });
      expect(me.member).toMatchObject({ name: 'Per Dahl', age: 28, role: 'employee', status: 'email-verified' });
      expect(me.workspace).toMatchObject({ slug: crm.workspace.slug });
      expect(await visitor.caller()).toMatchObject({ memberId: me.member.id, status: 'email-verified' });
    }),
  );

  test(
    'at an address without a business is not found',
    withBusiness(async (crm) => {
      const form = signUpForm(crm, { slug: newSlug() });
      await expect(visitorOf(crm).does((visit) => signUp(visit, form))).rejects.toMatchObject({
        problem: { status: 404 },
      });
    }),
  );

  test(
    'F026 says in its mail which business it is, the code and how long it lives',
    withBusiness(async (crm) => {
      const form = signUpForm(crm);
      await visitorOf(crm).does((visit) => signUp(visit, form));
      const [mail] = await crm.mailTo(form.email);
      expect(mail!.text).toMatch(/Marlow Street Jewellers[^]*\d{6}[^]*valid for 10 minutes/);
      expect(mail!.html).toContain('<!doctype html>');
    }),
  );
});

describe('an e-mail address that has an account', () => {
  test(
    'F035 gets the same answer, and only its owner is told',
    withBusiness(async (crm) => {
      const email = newEmail();
      await joined(crm, { email });
      const visitor = visitorOf(crm);
      const fresh = await visitor.does((visit) => signUp(visit, signUpForm(crm)));
      const taken = await visitor.does((visit) => signUp(visit, signUpForm(crm, { email })));
      expect(Object.keys(taken)).toEqual(Object.keys(fresh));
      expect(taken.ticket).toHaveLength(fresh.ticket.length);
      expect(taken.resendAfterSeconds).toBe(fresh.resendAfterSeconds);

      const mails = await crm.mailTo(email);
      expect(mails).toHaveLength(2);
      expect(mails.some(({ text }) => text.includes(`/w/${crm.workspace.slug}/login`))).toBe(true);
    }),
  );

  test(
    'cannot be told apart by wrong codes, nor by asking again',
    withBusiness(async (crm) => {
      const email = newEmail();
      await joined(crm, { email });
      const visitor = visitorOf(crm);
      const { ticket } = await visitor.does((visit) => signUp(visit, signUpForm(crm, { email })));
      await expect(visitor.does((visit) => resendCode(visit, ticket))).rejects.toMatchObject({
        problem: { status: 429 },
      });
      visitor.later(100);
      expect(await visitor.does((visit) => resendCode(visit, ticket))).toEqual({ ticket, resendAfterSeconds: 100 });
      await expect(visitor.does((visit) => prove(visit, { ticket, code: '123456' }))).rejects.toMatchObject(badCode);
    }),
  );

  test(
    'brings twenty mails in an hour at most, to a taken address as to a free one',
    withBusiness(async (crm) => {
      const taken = newEmail();
      await joined(crm, { email: taken });
      for (const email of [taken, newEmail()]) {
        const visitor = visitorOf(crm);
        const ask = () => visitor.does((visit) => signUp(visit, signUpForm(crm, { email })));
        const before = (await crm.mailTo(email)).length;
        const refusals = await Promise.all(Array.from({ length: 25 }, () => refusalOf(ask())));
        expect(refusals.filter((refusal) => refusal?.status === 429)).toHaveLength(5 + before);
        expect(await crm.mailTo(email)).toHaveLength(20);
        visitor.later(3601);
        expect(await refusalOf(ask())).toBeNull();
      }
    }),
  );

  test(
    'proved twenty times at once becomes one account',
    withBusiness(async (crm) => {
      const form = signUpForm(crm);
      const asked = await Promise.all(
        twenty.map(async () => {
          const mails: Mail[] = [];
          const visit = { ...crm.visit(), sendMail: async (mail: Mail) => void mails.push(mail) };
          const { ticket } = await signUp(visit, form);
          return { ticket, code: mails[0]!.subject.slice(0, 6) };
        }),
      );
      const proofs = asked.map((proof) => visitorOf(crm).does((visit) => prove(visit, proof)));
      const refusals = await Promise.all(proofs.map(refusalOf));
      expect(refusals.filter((refusal) => refusal === null)).toHaveLength(1);
      expect(refusals.filter((refusal) => refusal?.status === 409)).toHaveLength(19);
      expect((await crm.system().members.list({ limit: 50 })).items).toHaveLength(1);
    }),
  );
});

describe('a business that is opened', () => {
  test(
    'stands at its address with its admin, who is in at once',
    withBusiness(async (crm) => {
      const { visitor, me } = await opened(crm, { businessName: 'Bergen Watches' });
      expect(me.member).toMatchObject({ role: 'admin', status: 'verified' });
      expect(me.workspace.name).toBe('Bergen Watches');
      expect(await visitor.caller()).toMatchObject({ role: 'admin', workspaceId: me.workspace.id });
      await joined(crm, { slug: me.workspace.slug });
    }),
  );

  test(
    'cannot take the address of another',
    withBusiness(async (crm) => {
      const form = businessForm({ slug: crm.workspace.slug });
      await expect(visitorOf(crm).does((visit) => openBusiness(visit, form))).rejects.toMatchObject({
        problem: { status: 400, errors: [{ pointer: '/body/slug' }] },
      });
    }),
  );

  test(
    'is told when the address was taken between form and code',
    withBusiness(async (crm) => {
      const slug = newSlug();
      const visitor = visitorOf(crm);
      const form = businessForm({ slug });
      const { ticket } = await visitor.does((visit) => openBusiness(visit, form));
      await opened(crm, { slug });
      const code = await codeTo(crm, form.email);
      await expect(visitor.does((visit) => prove(visit, { ticket, code }))).rejects.toMatchObject({
        problem: { status: 409 },
      });
      expect(await findAccount(form.email)).toBeNull();
    }),
  );

  test(
    'F042 keeps the password as a hash only',
    withBusiness(async (crm) => {
      const { me } = await opened(crm);
      const account = await findAccount(me.member.email);
      expect(account!.passwordHash).not.toContain(password);
      expect(account!.passwordHash!.length).toBeGreaterThan(100);
    }),
  );
});
