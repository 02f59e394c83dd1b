import { describe, expect, test, vi } from 'vitest';
import { signOut } from '#functions/accounts/session.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { deleteMember } from '#functions/members/delete-member.ts';
import { suspendMember } from '#functions/members/suspend-member.ts';
import { openTab } from '#functions/testing/browser-tab.ts';
import { joined, password, withBusiness } from '#functions/testing/people.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { endOwnSession } from './end-own-sessions.ts';

/** A verified employee, who hears what staff hear. */
async function employee(crm: Crm) {
  const { visitor, me } = await joined(crm, { role: 'employee' });
  const { members } = crm.system();
  const verifiedAt = new Date().toISOString();
  await members.replace({ ...(await members.get(me.member.id)), status: 'verified', verifiedAt });
  return { visitor, me };
}

/** Another browser of the same person. */
async function elsewhere(crm: Crm, email: string) {
  const visitor = visitorOf(crm);
  await visitor.does((visit) => signIn(visit, { email, password }));
  return visitor;
}

describe('F059 the sockets of a session end with it', () => {
  test(
    'at sign-out: the page is told, and no socket can be opened again',
    withBusiness(async (crm) => {
      const { visitor } = await employee(crm);
      const tab = await openTab(visitor);
      const [told, refused] = [tab.until('session.ended'), tab.until('refused')];
      await visitor.works(signOut);
      await Promise.all([told, refused]);
      expect(tab.connections()).toBe(1);
      tab.close();
    }),
  );

  test(
    'when it is ended from another browser, whose own page goes on by itself',
    withBusiness(async (crm) => {
      const { visitor, me } = await employee(crm);
      const phone = await elsewhere(crm, me.member.email);
      const [here, there] = [await openTab(visitor), await openTab(phone)];
      const [again, refused] = [here.until('connected'), there.until('refused')];
      const phoneId = (await phone.caller())!.sessionId;
      await visitor.works((work) => endOwnSession(work, phoneId));
      await Promise.all([again, refused]);

      const heard = here.until('tasks.changed');
      await crm.system().live.toStaff({ kind: 'tasks.changed', taskId: crypto.randomUUID() });
      await heard;
      expect(there.heard).not.toContain('tasks.changed');
      here.close();
      there.close();
    }),
  );

  test(
    'when the member is deleted',
    withBusiness(async (crm) => {
      const { visitor, me } = await employee(crm);
      const tab = await openTab(visitor);
      const refused = tab.until('refused');
      const admin = await crm.work('admin');
      await deleteMember(admin, me.member.id);
      await refused;
      expect(await visitor.caller()).toBeNull();
      tab.close();
    }),
  );
});

test(
  'ASVS 7.4.2 8.3.2 a suspended member hears what is meant for them alone from then on, and nothing of the business',
  withBusiness(async (crm) => {
    const { visitor, me } = await employee(crm);
    const tab = await openTab(visitor);
    const again = tab.until('connected');
    const admin = await crm.work('admin');
    await suspendMember(admin, me.member.id, 'On leave');
    await again;

    const own = tab.until('member.verified');
    const { live } = crm.system();
    await live.toStaff({ kind: 'tasks.changed', taskId: crypto.randomUUID() });
    await live.toMember(me.member.id, { kind: 'member.verified' });
    await own;
    expect(tab.heard).not.toContain('tasks.changed');
    tab.close();
  }),
);

test(
  'W28 two tabs of one person hear every event, from whichever server it comes',
  withBusiness(async (crm) => {
    const { visitor, me } = await employee(crm);
    const tabs = [await openTab(visitor), await openTab(visitor)];
    // Another server loads the program anew: it shares nothing with this one but the service.
    vi.resetModules();
    const elsewhere = await import('#functions/work.ts');
    const servers = [crm.system(), elsewhere.systemWork(crm.workspace.id, () => undefined)];
    for (const { live } of servers) {
      const all = tabs.map((tab) => tab.until('tasks.changed'));
      await live.toStaff({ kind: 'tasks.changed', taskId: crypto.randomUUID() });
      await Promise.all(all);
      const own = tabs.map((tab) => tab.until('member.verified'));
      await live.toMember(me.member.id, { kind: 'member.verified' });
      await Promise.all(own);
    }
    for (const tab of tabs) {
      expect(tab.connections()).toBe(1);
      tab.close();
    }
  }),
);
