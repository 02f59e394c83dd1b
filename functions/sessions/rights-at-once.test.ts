import { HttpRequest, InvocationContext } from '@azure/functions';
import { describe, expect, test } from 'vitest';
import { isFreshProof } from '#domain/kernel/access.ts';
import type { Route } from '#domain/kernel/route.ts';
import type { Member } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { sessionRoutes } from '#domain/sessions/routes.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { changeMember } from '#functions/members/change-member.ts';
import { deleteMember } from '#functions/members/delete-member.ts';
import { suspendMember } from '#functions/members/suspend-member.ts';
import { config } from '#functions/platform/config.ts';
import { handlerOf } from '#functions/serve.ts';
import { joined, opened, password, withBusiness } from '#functions/testing/people.ts';
import { type Visitor, visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { endOtherSessions } from './end-own-sessions.ts';

const listMembers = handlerOf('members-count', memberRoutes.count, async () => ({ count: 0, isCapped: false }));
const endOthers = handlerOf('sessions-end-others', sessionRoutes.endOthers, (work) => endOtherSessions(work));

/** The status a browser is answered with. */
async function statusOf(handler: ReturnType<typeof handlerOf>, { method, path }: Route, visitor: Visitor) {
  const cookie = visitor.cookies().map(({ name, value }) => `${name}=${value}`);
  const request = new HttpRequest({
    method,
    url: `${config.publicOrigin}/api/${path}`,
    headers: { origin: config.publicOrigin, cookie: cookie.join('; ') },
  });
  return (await handler(request, new InvocationContext({ logHandler: () => undefined }))).status;
}
const mayListMembers = (visitor: Visitor) => statusOf(listMembers, memberRoutes.count, visitor);
const mayEndOthers = (visitor: Visitor) => statusOf(endOthers, sessionRoutes.endOthers, visitor);

/** Somebody verified in that role, at a browser. */
async function verified(crm: Crm, role: Member['role']) {
  const { visitor, me } = await joined(crm, { role: 'employee' });
  const { members } = crm.system();
  const at = new Date().toISOString();
  const member = await members.get(me.member.id);
  await members.replace({ ...member, role, status: 'verified', submittedAt: at, verifiedAt: at });
  return { visitor, id: me.member.id, email: me.member.email };
}

describe('W10 ASVS 8.3.1 8.3.2 rights are looked up at each call, and never taken from what the browser brings', () => {
  test(
    'an admin who is made an employee is refused at the next call',
    withBusiness(async (crm) => {
      const admin = await crm.work('admin');
      const { visitor, id } = await verified(crm, 'admin');
      expect(await mayListMembers(visitor)).toBe(200);
      const { version } = await admin.members.get(id);
      await changeMember(admin, id, { version, role: 'employee' });
      expect(await mayListMembers(visitor)).toBe(403);
    }),
  );

  test.each([
    ['suspended', 403],
    ['deleted', 401],
  ] as const)('ASVS 7.4.2 a member who is %s is refused at the next call', (how, status) =>
    withBusiness(async (crm) => {
      const admin = await crm.work('admin');
      const { visitor, id } = await verified(crm, 'manager');
      if (how === 'deleted') await deleteMember(admin, id);
      else await suspendMember(admin, id, 'On leave');
      expect(await mayListMembers(visitor)).toBe(status);
    })(),
  );

  test(
    'ASVS 7.4.2 a deleted member who is restored has to sign in again',
    withBusiness(async (crm) => {
      const admin = await crm.work('admin');
      const { visitor, id } = await verified(crm, 'manager');
      const deleted = await deleteMember(admin, id);
      await admin.members.replace({ ...deleted, deletedAt: null });
      expect(await mayListMembers(visitor)).toBe(401);
    }),
  );

  test(
    'ASVS 7.2.4 somebody promoted goes on, and proves who they are before what asks for a fresh proof',
    withBusiness(async (crm) => {
      const admin = await crm.work('admin');
      const { visitor, id, email } = await verified(crm, 'employee');
      expect(isFreshProof((await visitor.caller())!, new Date())).toBe(true);
      const { version } = await admin.members.get(id);
      await changeMember(admin, id, { version, role: 'admin' });
      expect(await mayListMembers(visitor)).toBe(200);
      expect(await mayEndOthers(visitor)).toBe(403);

      const elsewhere = visitorOf(crm);
      await elsewhere.does((visit) => signIn(visit, { email, password }));
      expect(await mayEndOthers(elsewhere)).toBe(204);
    }),
  );
});

test(
  'ASVS 7.5.2 ending other sessions asks for a proof of the last minutes',
  withBusiness(async (crm) => {
    const visitor = visitorOf(crm);
    visitor.later(-11 * 60);
    const { me } = await joined(crm);
    await visitor.does((visit) => signIn(visit, { email: me.member.email, password }));
    expect(await mayEndOthers(visitor)).toBe(403);
  }),
);

test(
  'ASVS 8.4.1 the cookie of one workspace opens nothing of another one, also for the same person',
  withBusiness(async (crm) => {
    const there = await opened(crm);
    const { email } = there.me.member;
    const here = visitorOf(crm);
    await here.does((visit) => signIn(visit, { email, password, slug: crm.workspace.slug }));
    expect(await here.caller()).toMatchObject({ workspaceId: crm.workspace.id, role: 'customer' });
    expect(await mayListMembers(here)).toBe(403);
    expect(await mayListMembers(there.visitor)).toBe(200);
    expect((await here.caller())!.sessionId).not.toBe((await there.visitor.caller())!.sessionId);
  }),
);
