import { expect, test } from 'vitest';
import { enrolPasskey, enrolTotp, firstFactorGiven } from '#functions/testing/enrolled.ts';
import { joined, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import { removePasskey } from './manage-passkeys.ts';
import { removeTotp } from './manage-totp.ts';
import { renewRecoveryCodes } from './renew-recovery-codes.ts';
import { secondFactor } from './second-factor.ts';
import { stepUp } from './step-up.ts';

test(
  'F063 each change and use of a second factor stands in the audit log, once and without its secrets',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    const { app, recoveryCodes } = await enrolTotp(visitor);
    const { passkey } = await enrolPasskey(visitor);
    const browser = visitorOf(crm);
    await firstFactorGiven(browser, me);
    const giving = (code: string) => browser.does((visit) => secondFactor(visit, { way: 'recovery-code', code }));
    await refusalOf(giving('aaaaa-aaaaa'));
    await giving(recoveryCodes[0]!);
    const code = await app.codeAt(visitor.visit().now());
    await visitor.works((work) => stepUp(work, { way: 'totp', code }));
    const renewed = await visitor.works((work) => renewRecoveryCodes(work));
    await visitor.works((work) => removePasskey(work, passkey.id));
    await visitor.works((work) => removeTotp(work));

    const entries = await crm.system().audit.newest({ limit: 50 });
    const about = entries.filter(({ action }) => /factor|recovery|stepped|failed/.test(action));
    expect(about.map(({ action }) => action).toReversed()).toEqual([
      'factor-added',
      'factor-added',
      'sign-in-failed',
      'recovery-used',
      'stepped-up',
      'recovery-renewed',
      'factor-removed',
      'factor-removed',
    ]);
    for (const secret of [app.secret, code, ...recoveryCodes, ...renewed.recoveryCodes])
      expect(JSON.stringify(about.map(({ detail, on, by }) => [detail, on, by]))).not.toContain(secret);
  }),
);
