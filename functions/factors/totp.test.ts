import { describe, expect, test } from 'vitest';
import { totpStep } from '#domain/factors/factor.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { points } from '#functions/platform/points.ts';
import { authenticatorApp, enrolTotp } from '#functions/testing/enrolled.ts';
import { joined, password, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import * as z from 'zod';
import { factors, shown } from './kept-factors.ts';
import { beginTotp, confirmTotp, removeTotp } from './manage-totp.ts';
import { stepOfCode, totpCode } from './totp.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';

const badCode = { title: 'Invalid or expired OTP' };

describe('a code of an authenticator app', () => {
  const now = new Date('2026-03-02T09:00:10Z');

  test('is what RFC 6238 says', async () => {
    expect(await totpCode('12345678901234567890', 1)).toBe('287082');
  });

  test.each([
    [-2, null],
    [-1, -1],
    [0, 0],
    [1, 1],
    [2, null],
  ])('ASVS 6.5.5 of %i steps of 30 seconds away is found at %s', async (away, found) => {
    const code = await totpCode('secret', totpStep(now) + away);
    const expected = found === null ? null : totpStep(now) + found;
    expect(await stepOfCode('secret', code, { now, after: -1 })).toBe(expected);
  });

  test('ASVS 6.5.1 does not fit once a code of its step or a later one was used', async () => {
    const step = totpStep(now);
    const code = await totpCode('secret', step);
    expect(await stepOfCode('secret', code, { now, after: step - 1 })).toBe(step);
    expect(await stepOfCode('secret', code, { now, after: step })).toBeNull();
    expect(await stepOfCode('secret', code, { now, after: step + 1 })).toBeNull();
  });

  test.each(['', '12345', '1234567', 'abcdef', '①②③④⑤⑥'])('%j is none', async (code) => {
    expect(await stepOfCode('secret', code, { now, after: -1 })).toBeNull();
  });
});

describe('F063 setting up an authenticator app', () => {
  test(
    'asks for nothing until its first code came; that brings ten recovery codes, and the owner is told',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const { email } = me.member;
      const { uri, secret } = await visitor.works((work) => beginTotp(work));
      expect(uri).toContain(`otpauth://totp/StarOne%20CRM:${encodeURIComponent(email)}?secret=${secret}`);
      const elsewhere = visitorOf(crm);
      expect(await elsewhere.does((visit) => signIn(visit, { email, password }))).toMatchObject({ step: 'in' });

      const app = authenticatorApp(uri);
      const confirm = (code: string) => visitor.works((work) => confirmTotp(work, code));
      expect(await refusalOf(confirm('000000'))).toMatchObject(badCode);
      const { recoveryCodes } = await confirm(await app.codeAt(visitor.visit().now()));
      expect(new Set(recoveryCodes).size).toBe(10);
      expect(await elsewhere.does((visit) => signIn(visit, { email, password }))).toMatchObject({
        step: 'second-factor',
      });
      expect((await crm.mailTo(email)).map(({ subject }) => subject)).toContain('An authenticator app was added');
    }),
  );

  test(
    'ASVS 6.5.1 the code that turned it on is used up',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      const { uri } = await visitor.works((work) => beginTotp(work));
      const app = authenticatorApp(uri);
      await visitor.works(async (work) => confirmTotp(work, await app.codeAt(work.now())));
      const { accountId } = (await visitor.caller())!;
      const { totp } = await factors.read(accountId);
      expect(totp?.lastStep).toBe(totpStep(visitor.visit().now()));
    }),
  );

  test.each([
    [599, null],
    [600, 'This took too long. Please start again.'],
  ])('may take %i seconds: %s', (seconds, detail) =>
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      const { uri } = await visitor.works((work) => beginTotp(work));
      visitor.later(seconds);
      const code = await authenticatorApp(uri).codeAt(visitor.visit().now());
      const refusal = await refusalOf(visitor.works((work) => confirmTotp(work, code)));
      expect(refusal?.detail ?? null).toBe(detail);
    })(),
  );

  test(
    'a second one is refused until the first is removed; without a factor nothing is asked for, and no code is left',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      await enrolTotp(visitor);
      expect(await refusalOf(visitor.works((work) => beginTotp(work)))).toMatchObject({ status: 409 });
      await visitor.works((work) => removeTotp(work));
      expect(shown(await factors.read(me.member.accountId))).toEqual({
        totp: null,
        recoveryCodesLeft: 0,
        passkeys: [],
      });
      const login = { email: me.member.email, password };
      expect(await visitorOf(crm).does((visit) => signIn(visit, login))).toMatchObject({ step: 'in' });
      expect(await refusalOf(visitor.works((work) => renewRecoveryCodes(work)))).toMatchObject({ status: 409 });
    }),
  );

  test(
    'ASVS 6.5.2 nothing that is stored shows the secret or a recovery code',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const { uri, secret } = await visitor.works((work) => beginTotp(work));
      const app = authenticatorApp(uri);
      const { recoveryCodes } = await visitor.works(async (work) => confirmTotp(work, await app.codeAt(work.now())));
      const stored = JSON.stringify(await points.read(`f|${me.member.accountId}`, z.looseObject({})));
      for (const said of [secret, app.secret, ...(recoveryCodes ?? [])]) expect(stored).not.toContain(said);
      expect(stored).toContain('hashes');
    }),
  );
});
