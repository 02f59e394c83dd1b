import { describe, expect, test } from 'vitest';
import type { PasskeySigned } from '#domain/factors/webauthn.ts';
import { enrolPasskey, firstFactorGiven, ourAuthenticator } from '#functions/testing/enrolled.ts';
import { joined, meOf, opened, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Visitor, visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { passkeyRequest } from './check-passkey.ts';
import { factors, shown } from './kept-factors.ts';
import { addPasskey, beginPasskey, removePasskey, renamePasskey } from './manage-passkeys.ts';
import { passkeySignIn } from './passkey-sign-in.ts';
import { secondFactor, secondFactorOptions } from './second-factor.ts';

const refused = { title: 'This passkey was not accepted', status: 400 };

async function withPasskey(crm: Crm) {
  const { visitor: owner, me } = await joined(crm);
  const { authenticator, passkey, recoveryCodes } = await enrolPasskey(owner);
  return { owner, me, authenticator, passkey, recoveryCodes };
}

const asking = (browser: Visitor) =>
  browser.does((visit) => passkeyRequest(visit, { act: 'sign-in', accountId: null }));
const signing = (browser: Visitor, response: PasskeySigned, slug?: string) =>
  browser.does((visit) => passkeySignIn(visit, { response, slug }));

describe('F063 a passkey', () => {
  test(
    'is the whole sign-in, and counts as both factors',
    withBusiness(async (crm) => {
      const { me, authenticator, owner } = await withPasskey(crm);
      const browser = visitorOf(crm);
      const request = await asking(browser);
      expect(request).toMatchObject({ userVerification: 'required', allowCredentials: [] });
      const there = meOf(await signing(browser, authenticator.sign(request)));
      expect(there.member.id).toBe(me.member.id);
      expect(await browser.caller()).toMatchObject({ memberId: me.member.id });
      const { passkeys } = shown(await factors.read((await owner.caller())!.accountId));
      expect(passkeys).toMatchObject([{ name: 'My phone', lastUsedAt: expect.any(String) }]);
    }),
  );

  test(
    'signs in at the address of another business, too',
    withBusiness(async (crm) => {
      const { me, authenticator } = await withPasskey(crm);
      const other = await opened(crm);
      const browser = visitorOf(crm);
      const response = authenticator.sign(await asking(browser));
      const there = meOf(await signing(browser, response, other.me.workspace.slug));
      expect(there.workspace.id).toBe(other.me.workspace.id);
      expect(there.member.accountId).toBe(me.member.accountId);
    }),
  );

  test(
    'is the second factor after the password',
    withBusiness(async (crm) => {
      const { me, authenticator } = await withPasskey(crm);
      const browser = visitorOf(crm);
      const answer = await firstFactorGiven(browser, me);
      expect(answer).toEqual({ step: 'second-factor', ways: ['passkey', 'recovery-code'] });
      const response = authenticator.sign(await browser.does((visit) => secondFactorOptions(visit)));
      await browser.does((visit) => secondFactor(visit, { way: 'passkey', response }));
      expect(await browser.caller()).toMatchObject({ memberId: me.member.id });
    }),
  );

  test.each([
    ['made for another site', { origin: 'https://elsewhere.example' }],
    ['of another host name', { rpId: 'elsewhere.example' }],
    ['to another challenge', { challenge: 'A'.repeat(43) }],
    ['without a look at who it is', { isVerified: false }],
  ])('an answer %s is refused, at sign-in and when it is added', (_, lie) =>
    withBusiness(async (crm) => {
      const { owner, authenticator } = await withPasskey(crm);
      const browser = visitorOf(crm);
      const response = authenticator.sign(await asking(browser), lie);
      expect(await refusalOf(signing(browser, response))).toMatchObject(refused);
      expect(await browser.caller()).toBeNull();

      const options = await owner.works((work) => beginPasskey(work));
      const made = ourAuthenticator().make(options, lie);
      const adding = owner.works((work) => addPasskey(work, { name: 'Another', response: made }));
      expect(await refusalOf(adding)).toMatchObject(refused);
    })(),
  );

  test(
    'an answer works once, in the browser it was asked for, within five minutes',
    withBusiness(async (crm) => {
      const { authenticator } = await withPasskey(crm);
      const browser = visitorOf(crm);
      const request = await asking(browser);
      const asked = browser.cookies();
      const response = authenticator.sign(request);
      expect(await refusalOf(signing(visitorOf(crm), response))).toMatchObject(refused);
      await signing(browser, response);
      browser.useCookies(asked);
      expect(await refusalOf(signing(browser, response))).toMatchObject(refused);

      const late = authenticator.sign(await asking(browser));
      browser.later(300);
      expect(await refusalOf(signing(browser, late))).toMatchObject(refused);
    }),
  );

  test(
    'one answer twenty times at once lets one in',
    withBusiness(async (crm) => {
      const { authenticator } = await withPasskey(crm);
      const browser = visitorOf(crm);
      const response = authenticator.sign(await asking(browser));
      const all = Array.from({ length: 20 }, () => refusalOf(passkeySignIn(browser.visit(), { response })));
      expect((await Promise.all(all)).filter((refusal) => refusal === null)).toHaveLength(1);
    }),
  );

  test(
    'that nobody registered, and that of somebody else as the second factor, are refused',
    withBusiness(async (crm) => {
      const { me } = await withPasskey(crm);
      const stranger = await withPasskey(crm);
      const browser = visitorOf(crm);
      const { challenge, rpId } = await asking(browser);
      const unknown = ourAuthenticator();
      unknown.make({ challenge, rp: { id: rpId, name: '' } });
      const open = { ...(await asking(browser)), allowCredentials: [] };
      expect(await refusalOf(signing(browser, unknown.sign(open)))).toMatchObject(refused);

      await firstFactorGiven(browser, me);
      const request = await browser.does((visit) => secondFactorOptions(visit));
      const response = stranger.authenticator.sign({ ...request, allowCredentials: [] });
      const giving = browser.does((visit) => secondFactor(visit, { way: 'passkey', response }));
      expect(await refusalOf(giving)).toMatchObject(refused);
    }),
  );

  test(
    'a challenge for one act is worth nothing for another',
    withBusiness(async (crm) => {
      const { me, authenticator } = await withPasskey(crm);
      const browser = visitorOf(crm);
      await firstFactorGiven(browser, me);
      const response = authenticator.sign(await browser.does((visit) => secondFactorOptions(visit)));
      expect(await refusalOf(signing(browser, response))).toMatchObject(refused);
    }),
  );

  test(
    'whose count of uses goes back was copied, and is refused',
    withBusiness(async (crm) => {
      const { authenticator } = await withPasskey(crm);
      const browser = visitorOf(crm);
      await signing(browser, authenticator.sign(await asking(browser), { counter: 7 }));
      const copy = authenticator.sign(await asking(browser), { counter: 7 });
      expect(await refusalOf(signing(browser, copy))).toMatchObject(refused);
      await signing(browser, authenticator.sign(await asking(browser), { counter: 8 }));
    }),
  );

  test(
    'is renamed and removed; then it opens nothing, and the owner was told each time',
    withBusiness(async (crm) => {
      const { owner, me, authenticator, passkey, recoveryCodes } = await withPasskey(crm);
      expect(recoveryCodes).toHaveLength(10);
      expect(await owner.works((work) => renamePasskey(work, passkey.id, 'Blue key'))).toMatchObject({
        name: 'Blue key',
      });
      await owner.works((work) => removePasskey(work, passkey.id));
      const browser = visitorOf(crm);
      const answer = authenticator.sign(await asking(browser));
      expect(await refusalOf(signing(browser, answer))).toMatchObject(refused);
      expect(await firstFactorGiven(browser, me)).toMatchObject({
        step: 'in',
      });
      const subjects = (await crm.mailTo(me.member.email)).map(({ subject }) => subject);
      expect(subjects).toEqual(expect.arrayContaining(['A passkey was added', 'A passkey was removed']));
    }),
  );

  test(
    'of another account cannot be renamed or removed',
    withBusiness(async (crm) => {
      const { passkey } = await withPasskey(crm);
      const { owner } = await withPasskey(crm);
      expect(await refusalOf(owner.works((work) => renamePasskey(work, passkey.id, 'Mine')))).toMatchObject({
        status: 404,
      });
      expect(await refusalOf(owner.works((work) => removePasskey(work, passkey.id)))).toMatchObject({ status: 404 });
    }),
  );
});
