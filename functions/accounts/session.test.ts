import { Item, Items } from '@azure/cosmos';
import { describe, expect, test, vi } from 'vitest';
import { workFor } from '#functions/work.ts';
import { joined, password, withBusiness } from '#functions/testing/people.ts';
import { visitorOf } from '#functions/testing/visitor.ts';
import { hashOf } from './secrets.ts';
import { signOut } from './session.ts';
import { aliveSessionsOf } from './session-rows.ts';
import { signIn } from './sign-in.ts';

const hour = 3600;
const day = 24 * hour;

describe('the session cookie', () => {
  test(
    'F039 ASVS 3.3.1 is for this host alone, out of reach of scripts, sent securely and never from other sites',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      const [cookie] = visitor.cookies();
      expect(cookie).toEqual({
        name: '__Host-session',
        value: expect.stringMatching(/^[\w-]{43}$/),
        path: '/',
        httpOnly: true,
        secure: true,
        sameSite: 'Lax',
        maxAge: 30 * day,
      });
    }),
  );

  test(
    'F041 ASVS 7.2.1 is worth nothing when it was never issued',
    withBusiness(async (crm) => {
      const visitor = visitorOf(crm);
      expect(await visitor.caller()).toBeNull();
      visitor.useCookies([{ name: '__Host-session', value: 'A'.repeat(43) }]);
      expect(await visitor.caller()).toBeNull();
    }),
  );
});

describe('a session', () => {
  test(
    'ASVS 7.2.2 7.2.3 is named by 256 random bits, of which the store keeps only a hash',
    withBusiness(async (crm) => {
      const [one, other] = [(await joined(crm)).visitor, (await joined(crm)).visitor];
      const tokenOf = (visitor: typeof one) => visitor.cookies().find(({ name }) => name === '__Host-session')!.value;
      expect(Buffer.from(tokenOf(one), 'base64url')).toHaveLength(32);
      expect(tokenOf(one)).not.toBe(tokenOf(other));

      const [row] = await aliveSessionsOf((await one.caller())!.accountId, new Date());
      expect(row!.token).toBe(hashOf(tokenOf(one)));
      expect(JSON.stringify(row)).not.toContain(tokenOf(one));
    }),
  );

  test(
    'F041 is checked in four point reads, without a query or a write',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      const read = vi.spyOn(Item.prototype, 'read');
      const others = [
        vi.spyOn(Items.prototype, 'query'),
        vi.spyOn(Item.prototype, 'replace'),
        vi.spyOn(Items.prototype, 'create'),
      ];
      await visitor.caller();
      const counts = [read, ...others].map((spy) => spy.mock.calls.length);
      vi.restoreAllMocks();
      expect(counts).toEqual([4, 0, 0, 0]);
    }),
  );

  test(
    'ASVS 7.3.1 ends after 8 hours without a visit',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      visitor.later(8 * hour - 1);
      expect(await visitor.caller()).not.toBeNull();
      visitor.later(8 * hour);
      expect(await visitor.caller()).toBeNull();
    }),
  );

  test(
    'is written once in 10 minutes at most, however often it is used',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      const replace = vi.spyOn(Item.prototype, 'replace');
      const writes: number[] = [];
      for (const seconds of [599, 1, 599, 1]) {
        visitor.later(seconds);
        await visitor.caller();
        writes.push(replace.mock.calls.length);
      }
      vi.restoreAllMocks();
      expect(writes).toEqual([0, 1, 1, 2]);
    }),
  );

  test(
    'F040 ASVS 7.3.2 ends after 30 days, however often it is used',
    withBusiness(async (crm) => {
      const { visitor } = await joined(crm);
      for (let hours = 0; hours < 30 * 24 - 6; hours += 6) {
        visitor.later(6 * hour);
        expect(await visitor.caller()).not.toBeNull();
      }
      visitor.later(6 * hour);
      expect(await visitor.caller()).toBeNull();
    }),
  );

  test('F040 lives as long as the settings say', async () => {
    vi.stubEnv('SESSION_IDLE_HOURS', '0.5').stubEnv('SESSION_DAYS', '1');
    vi.resetModules();
    const { absoluteMs, idleMs } = await import('./session-rows.ts');
    vi.unstubAllEnvs();
    expect([idleMs, absoluteMs]).toEqual([hour * 500, day * 1000]);
  });

  test(
    'ASVS 7.2.4 gets a new id at each sign-in, and the one before ends',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const before = visitor.cookies();
      await visitor.does((visit) => signIn(visit, { email: me.member.email, password }));
      expect(visitor.cookies()[0]!.value).not.toBe(before[0]!.value);
      visitor.useCookies(before);
      expect(await visitor.caller()).toBeNull();
    }),
  );

  test(
    'F060 ASVS 7.2.4 never takes the id that somebody else planted',
    withBusiness(async (crm) => {
      const { me } = await joined(crm);
      const victim = visitorOf(crm);
      const planted = [{ name: '__Host-session', value: 'B'.repeat(43) }];
      victim.useCookies(planted);
      await victim.does((visit) => signIn(visit, { email: me.member.email, password }));
      victim.useCookies(planted);
      expect(await victim.caller()).toBeNull();
    }),
  );

  test(
    'F059 ASVS 7.4.1 ends at sign-out, also for who kept the cookie; others of the same person go on',
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm);
      const elsewhere = visitorOf(crm);
      await elsewhere.does((visit) => signIn(visit, { email: me.member.email, password }));
      const kept = visitor.cookies();

      const ground = visitor.visit();
      await signOut(workFor((await visitor.caller())!, ground));
      expect(ground.cookies).toEqual([
        expect.objectContaining({ name: '__Host-session', value: '', maxAge: 0, path: '/' }),
      ]);
      visitor.useCookies(kept);
      expect(await visitor.caller()).toBeNull();
      expect(await elsewhere.caller()).not.toBeNull();
    }),
  );
});

describe('what an admin changes', () => {
  test.each([
    [{ status: 'suspended' }, { status: 'suspended' }],
    [
      { role: 'manager', status: 'verified' },
      { role: 'manager', status: 'verified' },
    ],
  ] as const)('%j holds at the next call', (change, expected) =>
    withBusiness(async (crm) => {
      const { visitor, me } = await joined(crm, { role: 'employee' });
      const { members } = crm.system();
      await members.replace({ ...(await members.get(me.member.id)), ...change });
      expect(await visitor.caller()).toMatchObject(expected);
    })(),
  );
});
