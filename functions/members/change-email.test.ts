import { describe, expect, test } from 'vitest';
import { AuditListQuery } from '#domain/audit/list.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { findAccount } from '#functions/accounts/find-account.ts';
import { listAudit } from '#functions/audit/list-audit.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { joined, newEmail, password, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { askForEmail, confirmEmail } from './change-email.ts';
import { completeProfile } from './complete-profile.ts';
import { MemberChange } from '#domain/members/change.ts';

const tokenTo = async (crm: Crm, email: string): Promise<string> =>
  /\/confirm-email\/([\w-]+)/.exec((await crm.mailTo(email))[0]!.text)![1]!;

test(
  'W9 an e-mail address changes only once the new one is proved, and the old one is told',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    await completeProfile(await visitor.work(), { task: 'Ring resize' });
    const [before, email] = [me.member.email, newEmail()];
    await askForEmail(await visitor.work(), me.member.id, email);
    expect((await crm.system().members.get(me.member.id)).email).toBe(before);
    expect(await findAccount(email)).toBeNull();

    const token = await tokenTo(crm, email);
    const { member } = await confirmEmail(await visitor.work(), { token, email });
    expect(member.email).toBe(email);
    expect(await crm.system().customers.get(member.customerId!)).toMatchObject({ email });
    expect((await crm.mailTo(before))[0]!.text).toContain(email);
    const login = { password, slug: crm.workspace.slug };
    await visitorOf(crm).does((visit) => signIn(visit, { ...login, email }));
    expect(await refusalOf(visitorOf(crm).does((visit) => signIn(visit, { ...login, email: before })))).toMatchObject({
      status: 401,
    });
    expect(await refusalOf(confirmEmail(await visitor.work(), { token, email }))).toMatchObject({ status: 404 });
  }),
);

test(
  'W9 an admin’s wish does not take over the account: only the person, signed in, can open the link',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    const admin = await crm.work('admin');
    const email = newEmail();
    await askForEmail(admin, me.member.id, email);
    const token = await tokenTo(crm, email);
    expect(await refusalOf(confirmEmail(admin, { token, email }))).toMatchObject({ status: 404 });
    expect((await findAccount(me.member.email))?.id).toBe(me.member.accountId);
    expect((await confirmEmail(await visitor.work(), { token, email })).member.email).toBe(email);
  }),
);

test(
  'somebody else’s address is for them and an admin to change',
  withBusiness(async (crm) => {
    const { me } = await joined(crm);
    for (const role of ['manager', 'employee', 'customer'] as const)
      expect(await refusalOf(askForEmail(await crm.work(role), me.member.id, newEmail()))).toMatchObject({
        status: 404,
      });
    expect(MemberChange.safeParse({ version: '1', email: newEmail() }).success).toBe(false);
  }),
);

test(
  'an address that has an account gives the same answer, and its owner is told',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    const other = await joined(crm);
    const { email } = other.me.member;
    expect(await askForEmail(await visitor.work(), me.member.id, email)).toEqual({ email });
    expect((await crm.mailTo(email))[0]).toMatchObject({ subject: 'You already have an account' });
  }),
);

test(
  'a link is worth nothing after a day, and two for one address have one winner',
  withBusiness(async (crm) => {
    const [one, other] = [await joined(crm), await joined(crm)];
    const email = newEmail();
    await askForEmail(await one.visitor.work(), one.me.member.id, email);
    const first = await tokenTo(crm, email);
    await askForEmail(await other.visitor.work(), other.me.member.id, email);
    const second = await tokenTo(crm, email);
    const refusals = await Promise.all([
      refusalOf(confirmEmail(await one.visitor.work(), { token: first, email })),
      refusalOf(confirmEmail(await other.visitor.work(), { token: second, email })),
    ]);
    expect(refusals.map((refusal) => refusal?.status ?? 200).toSorted((a, b) => a - b)).toEqual([200, 409]);

    const late = { ...(await one.visitor.work()), now: () => new Date(Date.now() + 25 * 3_600_000) };
    expect(await refusalOf(confirmEmail(late, { token: first, email }))).toMatchObject({ status: 404 });
  }),
);

test(
  'cut off half-way it is finished by opening the link again',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    const email = newEmail();
    await askForEmail(await visitor.work(), me.member.id, email);
    const token = await tokenTo(crm, email);
    const work = await visitor.work();
    const members = { ...work.members, replace: () => Promise.reject(new Error('the machine went away')) };
    await expect(confirmEmail({ ...work, members }, { token, email })).rejects.toThrow('the machine went away');
    expect((await confirmEmail(work, { token, email })).member.email).toBe(email);
    expect((await crm.mailTo(me.member.email))[0]!.subject).toBe('Your e-mail address was changed');
  }),
);

describe('an admin who wants the account of somebody, in every business it opens', () => {
  test(
    'ASVS 7.5.1 gains nothing by passing the link on: it says the address it is for, and asks for a fresh proof',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const taker = newEmail();
      await askForEmail(await crm.work('admin'), me.member.id, taker);
      const [mail] = await crm.mailTo(taker);
      expect(mail!.text).toContain(`#to=${encodeURIComponent(taker)}`);
      const token = await tokenTo(crm, taker);
      const proof = { token, email: me.member.email };
      expect(await refusalOf(confirmEmail(await visitor.work(), proof))).toMatchObject({ status: 404 });
      expect((await findAccount(me.member.email))?.id).toBe(me.member.accountId);
      expect(memberRoutes.confirmEmail).toMatchObject({ stepUp: true });
    }),
  );

  test(
    'ASVS 6.3.3 may not ask before the second factor that the business demands is set up',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const admin = await crm.work('admin');
      const owing = { ...admin, caller: { ...admin.caller, mustEnrol: true } };
      expect(await refusalOf(askForEmail(owing, me.member.id, newEmail()))).toMatchObject({ status: 404 });
    }),
  );
});

test(
  'the audit log does not tell either which address has an account',
  withBusiness(async (crm) => {
    const [{ me }, other] = [await joined(crm), await joined(crm)];
    const admin = await crm.work('admin');
    const wanted = [other.me.member.email, newEmail()];
    for (const email of wanted) await askForEmail(admin, me.member.id, email);
    const { items } = await listAudit(admin, AuditListQuery.parse({ action: 'email-change-asked' }));
    expect(items.map(({ detail }) => detail?.['to'])).toEqual(wanted.toReversed());
  }),
);

test(
  'nobody sends letters to the world by it: twenty in an hour, to whomever',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    const work = await visitor.work();
    for (let sent = 0; sent < 20; sent++) await askForEmail(work, me.member.id, newEmail());
    const late = newEmail();
    expect(await refusalOf(askForEmail(work, me.member.id, late))).toMatchObject({ status: 429 });
    expect(await crm.mailTo(late)).toEqual([]);
  }),
);
