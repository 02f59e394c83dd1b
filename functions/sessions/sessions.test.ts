import { describe, expect, test } from 'vitest';
import { signOut } from '#functions/accounts/session.ts';
import { signIn } from '#functions/accounts/sign-in.ts';
import { joined, opened, password, withBusiness } from '#functions/testing/people.ts';
import { type Visitor, visitorOf } from '#functions/testing/visitor.ts';
import type { Crm } from '#functions/testing/with-crm.ts';
import { endOtherSessions, endOwnSession, signOutMember } from './end-own-sessions.ts';
import { readMemberSessions, readOwnSessions } from './read-sessions.ts';

const chrome =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/149.0.0.0 Safari/537.36';

/** Another browser of the same person. */
async function elsewhere(crm: Crm, { email, slug }: { email: string; slug?: string }): Promise<Visitor> {
  const visitor = visitorOf(crm);
  await visitor.does((visit) => {
    visit.headers.set('user-agent', chrome);
    return signIn({ ...visit, address: '203.0.113.7' }, { email, password, ...(slug && { slug }) });
  });
  return visitor;
}
const ownOf = async (visitor: Visitor) => (await readOwnSessions(await visitor.work())).items;
const idOf = async (visitor: Visitor): Promise<string> => (await visitor.caller())!.sessionId;

describe('ASVS 7.5.2 F060 a person', () => {
  test(
    'sees every browser that is signed in, by its name, address and time, and which one asks',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      visitor.later(60);
      const phone = await elsewhere(crm, { email: me.member.email });
      phone.later(3600);
      await phone.caller();
      const items = await ownOf(visitor);
      expect(items).toHaveLength(2);
      const other = items.find(({ isCurrent }) => !isCurrent)!;
      expect(other).toMatchObject({ device: 'Chrome on Windows', place: '203.0.113.7', by: 'password' });
      expect(Date.parse(other.lastSeenAt) - Date.parse(other.createdAt)).toBe(3_600_000);
      expect(items.find(({ isCurrent }) => isCurrent)).toMatchObject({
        id: await idOf(visitor),
        device: 'An unknown browser',
      });
    }),
  );

  test(
    'does not see one that has timed out',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      await elsewhere(crm, { email: me.member.email });
      visitor.later(7 * 3600);
      await visitor.caller();
      visitor.later(2 * 3600);
      expect(await ownOf(visitor)).toHaveLength(1);
    }),
  );

  test(
    'ends one of them, and no other',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const [phone, tablet] = [await elsewhere(crm, me.member), await elsewhere(crm, me.member)];
      const phoneId = await idOf(phone);
      await visitor.works((work) => endOwnSession(work, phoneId));
      expect(await phone.caller()).toBeNull();
      expect(await tablet.caller()).not.toBeNull();
      expect(await ownOf(visitor)).toHaveLength(2);
      const [entry] = await crm.system().audit.newest({ limit: 1 });
      expect(entry).toMatchObject({ action: 'session-ended', by: { memberId: me.member.id } });
    }),
  );

  test(
    'ends this one, and the cookie is cleared',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      const own = await idOf(visitor);
      await visitor.works((work) => endOwnSession(work, own));
      expect(visitor.cookies().filter(({ name }) => name === '__Host-session')).toEqual([]);
    }),
  );

  test(
    'ends all others at once',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const others = [await elsewhere(crm, me.member), await elsewhere(crm, me.member)];
      await visitor.works(endOtherSessions);
      expect(await Promise.all(others.map((other) => other.caller()))).toEqual([null, null]);
      expect(await ownOf(visitor)).toMatchObject([{ isCurrent: true }]);
    }),
  );

  test(
    'does not find a session of somebody else, nor one that never was',
    withBusiness(async (crm) => {
      const [{ visitor }, { visitor: other }] = [await joined(crm), await joined(crm)];
      for (const id of [await idOf(other), crypto.randomUUID()]) {
        await expect(visitor.works((work) => endOwnSession(work, id))).rejects.toMatchObject({
          problem: { status: 404 },
        });
      }
      expect(await other.caller()).not.toBeNull();
    }),
  );
});

describe('ASVS 7.4.5 an admin', () => {
  test(
    'sees and ends the sessions of a member in this workspace, and none of another one',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const other = await opened(crm);
      const there = await elsewhere(crm, { email: me.member.email, slug: other.me.workspace.slug });
      const admin = await crm.work('admin');
      const { items } = await readMemberSessions(admin, me.member.id);
      expect(items).toMatchObject([{ id: await idOf(visitor), isCurrent: false }]);

      await signOutMember(admin, me.member.id);
      expect(await visitor.caller()).toBeNull();
      expect(await there.caller()).not.toBeNull();
      const [entry] = await crm.system().audit.newest({ limit: 1 });
      expect(entry).toMatchObject({
        action: 'session-ended',
        by: { memberId: admin.caller.memberId },
        on: { id: me.member.id },
        detail: { count: '1' },
      });
    }),
  );

  test(
    'of another workspace finds nobody',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const other = await opened(crm);
      const stranger = await other.visitor.work();
      for (const act of [readMemberSessions, signOutMember]) {
        await expect(act(stranger, me.member.id)).rejects.toMatchObject({ problem: { status: 404 } });
      }
      expect(await visitor.caller()).not.toBeNull();
    }),
  );
});

test(
  'ASVS 7.4.1 F059 signing out is written down, and the cookie is worth nothing to who kept it',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    const kept = visitor.cookies();
    await visitor.works(signOut);
    expect(visitor.cookies().filter(({ name }) => name === '__Host-session')).toEqual([]);
    visitor.useCookies(kept);
    expect(await visitor.caller()).toBeNull();
    const [entry] = await crm.system().audit.newest({ limit: 1 });
    expect(entry).toMatchObject({ action: 'signed-out', by: { memberId: me.member.id } });
  }),
);
