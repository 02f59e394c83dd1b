import { describe, expect, test } from 'vitest';
import { refusalOf as accessRefusal, type Role } from '#domain/kernel/access.ts';
import { demandsSecondFactor, SecondFactorFor } from '#domain/workspaces/sign-in-rules.ts';
import { finishSignIn } from '#functions/accounts/finish-sign-in.ts';
import { changeMember } from '#functions/members/change-member.ts';
import { readMe } from '#functions/members/read-me.ts';
import { enrolPasskey, enrolTotp, firstFactorGiven } from '#functions/testing/enrolled.ts';
import { joined, meOf, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { removeTotp } from '#functions/factors/manage-totp.ts';
import { changeSignInRules } from './change-sign-in-rules.ts';

const demand = async (crm: Crm, secondFactorFor: SecondFactorFor) =>
  changeSignInRules(await crm.work('admin'), { secondFactorFor });

/** A verified member with a session. */
async function verified(crm: Crm, role: Role) {
  const { visitor, me } = await joined(crm, { role: role === 'customer' ? 'customer' : 'employee' });
  const { members } = crm.system();
  const member = await members.get(me.member.id);
  await members.replace({
    ...member,
    role,
    status: 'verified',
    submittedAt: member.createdAt,
    verifiedAt: member.createdAt,
  });
  const refused = async () => accessRefusal('tasks.view', await visitor.caller());
  return { visitor, me, refused };
}

const roles: Role[] = ['admin', 'manager', 'employee', 'customer'];

test.each(
  SecondFactorFor.options.map(
    (rule) => [rule, roles.filter((role) => demandsSecondFactor(rule, role)).join(', ')] as const,
  ),
)('the rule "%s" is for: %s', (rule, whom) => {
  const expected = { nobody: '', admins: 'admin', leaders: 'admin, manager', staff: 'admin, manager, employee' };
  expect(whom).toBe(expected[rule]);
});

describe('F063 a business that demands a second factor', () => {
  test(
    'shuts out who has none at the next call, until one is set up, and nobody else',
    withBusiness(async (crm) => {
      const employee = await verified(crm, 'employee');
      const customer = await verified(crm, 'customer');
      const careful = await verified(crm, 'employee');
      await enrolTotp(careful.visitor);
      await demand(crm, 'staff');
      expect(await employee.refused()).toBe('must-enrol');
      expect(await employee.visitor.works((work) => readMe(work))).toMatchObject({ mustEnrol: true });
      expect(await customer.refused()).toBeNull();
      expect(await careful.refused()).toBeNull();

      await enrolPasskey(employee.visitor);
      expect(await employee.refused()).toBeNull();
      expect((await employee.visitor.works((work) => readMe(work))).mustEnrol).toBeUndefined();
    }),
  );

  test(
    'tells so at the sign-in, and again when the last factor is removed',
    withBusiness(async (crm) => {
      const { me } = await verified(crm, 'employee');
      await demand(crm, 'staff');
      const browser = visitorOf(crm);
      const { member, workspace } = meOf(await firstFactorGiven(browser, await readAgain(crm, me)));
      expect(workspace.id).toBe(crm.workspace.id);
      const again = await browser.does((visit) =>
        finishSignIn(visit, { accountId: member.accountId, me: { member, workspace }, by: 'code' }),
      );
      expect(meOf(again).mustEnrol).toBe(true);

      await enrolTotp(browser);
      expect((await browser.caller())?.mustEnrol).toBe(false);
      await browser.works((work) => removeTotp(work));
      expect((await browser.caller())?.mustEnrol).toBe(true);
    }),
  );

  test(
    'lets everybody go on once it demands it no longer',
    withBusiness(async (crm) => {
      const { refused } = await verified(crm, 'employee');
      await demand(crm, 'staff');
      expect(await refused()).toBe('must-enrol');
      await demand(crm, 'leaders');
      expect(await refused()).toBeNull();
    }),
  );

  test(
    'also of somebody who was promoted in the middle of a session',
    withBusiness(async (crm) => {
      const { refused, me } = await verified(crm, 'customer');
      await demand(crm, 'leaders');
      expect(await refused()).toBeNull();
      const { version } = await crm.system().members.get(me.member.id);
      await changeMember(await crm.work('admin'), me.member.id, { role: 'manager', version });
      expect(await refused()).toBe('must-enrol');
    }),
  );

  test(
    'two admins at once do not overwrite each other, and each change stands in the audit log',
    withBusiness(async (crm) => {
      const work = await crm.work('admin');
      const tenant = crypto.randomUUID();
      const refusals = await Promise.all([
        refusalOf(changeSignInRules(work, { secondFactorFor: 'admins' })),
        refusalOf(changeSignInRules(work, { microsoftTenants: [tenant] })),
      ]);
      for (const refusal of refusals) expect([null, 412]).toContain(refusal?.status ?? null);
      const rules = await work.signInRules.get();
      expect(rules.secondFactorFor === 'admins').toBe(refusals[0] === null);
      expect(rules.microsoftTenants.includes(tenant)).toBe(refusals[1] === null);
    }),
  );
});

const readAgain = async (crm: Crm, me: Awaited<ReturnType<typeof joined>>['me']) => ({
  ...me,
  member: await crm.system().members.get(me.member.id),
});
