import { describe, expect, test } from 'vitest';
import { type Member, newcomer } from '#domain/members/member.ts';
import { joined, withBusiness } from '#functions/testing/people.ts';
import { refusalOf } from '#functions/testing/refusal.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import type { SystemWork } from '#functions/work.ts';
import { deleteMember } from './delete-member.ts';
import { runBulk } from './run-bulk.ts';
import { askToUndoBulk, startBulk } from './start-bulk.ts';
import { failBulk, stepBulk } from './step-bulk.ts';
import { changeMember } from './change-member.ts';

const later = () => new Date(Date.now() + 60_000);

async function waiting(crm: Crm, count: number, change: Partial<Member> = {}): Promise<string[]> {
  const { members, newId, now } = crm.system();
  const submittedAt = now().toISOString();
  const add = async (n: number) => {
    const id = newId();
    const person = { id, accountId: newId(), name: `Waiting ${n}`, email: `${id}@example.com` };
    const rest = { age: 30, role: 'customer', joinedBy: 'password' } as const;
    const member = { ...newcomer({ ...person, ...rest }, now()), status: 'profile-submitted' as const, submittedAt };
    await members.add({ ...member, ...change });
    return id;
  };
  return Promise.all(Array.from({ length: count }, (_, n) => add(n)));
}

const statusesOf = async (crm: Crm, ids: string[]) => {
  const found = await crm.system().members.marked(ids);
  return ids.map((id) => found.get(id)!.status);
};

describe('F093 VERIFY SELECTED over all that match', () => {
  test(
    'verifies each, says how many had not filled the form, and leaves those who came later',
    withCrm(async (crm) => {
      const filled = await waiting(crm, 130);
      const unfilled = await waiting(crm, 3, { status: 'email-verified', submittedAt: null });
      const admin = await crm.work('admin');
      const { id } = await startBulk(admin, { action: 'verify', where: { filter: { verified: 'no' } } });
      const [late] = await waiting(crm, 1);
      await runBulk(crm.system(), id, later());
      expect(await crm.system().bulk.get(id)).toMatchObject({
        state: 'done',
        total: 133,
        done: 133,
        changed: 133,
        unfilled: 3,
        skipped: {},
      });
      expect(new Set(await statusesOf(crm, filled))).toEqual(new Set(['verified']));
      expect(await statusesOf(crm, [...unfilled, late!])).toEqual([
        ...unfilled.map(() => 'email-verified'),
        'profile-submitted',
      ]);
      expect(await crm.system().members.count({ verified: 'yes', role: ['customer'] }, true)).toMatchObject({
        count: 133,
      });
    }),
  );

  test(
    'tells who was left out and why',
    withCrm(async (crm) => {
      const [good] = await waiting(crm, 1);
      const [rejected] = await waiting(crm, 1, { status: 'rejected', reason: 'No' });
      const [suspended] = await waiting(crm, 1, { status: 'suspended', reason: 'No' });
      const admin = await crm.work('admin');
      const ids = [good!, rejected!, suspended!, admin.caller.memberId, crypto.randomUUID()];
      const { id } = await startBulk(admin, { action: 'verify', where: { ids } });
      await runBulk(crm.system(), id, later());
      expect(await crm.system().bulk.get(id)).toMatchObject({
        changed: 1,
        skipped: { rejected: 1, suspended: 1, already: 1, gone: 1 },
      });
    }),
  );
});

describe('F092 DELETE SELECTED', () => {
  test(
    'deletes all but the one who does it, and the last admin',
    withCrm(async (crm) => {
      const ids = await waiting(crm, 4);
      const [admin, other] = [await crm.work('admin'), await crm.work('admin')];
      const { id } = await startBulk(admin, { action: 'delete', where: { filter: {} } });
      await deleteMember(other, admin.caller.memberId);
      await runBulk(crm.system(), id, later());
      expect(await crm.system().bulk.get(id)).toMatchObject({
        total: 6,
        changed: 4,
        skipped: { already: 1, 'last-admin': 1 },
      });
      const { items } = await crm.system().members.list({ limit: 50 });
      expect(items.map((member) => member.id)).toEqual([other.caller.memberId]);
      expect(ids).toHaveLength(4);
    }),
  );
});

test(
  'ASVS 7.4.2 DELETE SELECTED ends sessions: who is given back by undoing signs in again',
  withBusiness(async (crm) => {
    const { visitor, me } = await joined(crm);
    const admin = await crm.work('admin');
    const { id } = await startBulk(admin, { action: 'delete', where: { ids: [me.member.id] } });
    await runBulk(crm.system(), id, later());
    await askToUndoBulk(admin, id);
    await runBulk(crm.system(), id, later());
    expect((await crm.system().members.get(me.member.id)).deletedAt).toBeNull();
    expect(await visitor.caller()).toBeNull();
  }),
);

describe('W32 a bulk job', () => {
  const cutOffAfter = (work: SystemWork, times: number): SystemWork => {
    let left = times;
    const replaceAll: SystemWork['members']['replaceAll'] = (changes) =>
      left-- > 0 ? work.members.replaceAll(changes) : Promise.reject(new Error('the machine went away'));
    return { ...work, members: { ...work.members, replaceAll } };
  };

  test(
    'cut off half-way goes on where it was, and its counts are true',
    withCrm(async (crm) => {
      const ids = await waiting(crm, 250);
      const admin = await crm.work('admin');
      const { id, workspaceId } = {
        ...(await startBulk(admin, { action: 'verify', where: { filter: { verified: 'no' } } })),
        workspaceId: admin.workspaceId,
      };
      await expect(runBulk(cutOffAfter(crm.system(), 2), id, later())).rejects.toThrow('the machine went away');
      await stepBulk(crm.system(), { workspaceId, jobId: id });
      expect(await crm.system().bulk.get(id)).toMatchObject({ state: 'done', changed: 250, done: 250 });
      expect(new Set(await statusesOf(crm, ids))).toEqual(new Set(['verified']));
    }),
  );

  test(
    'cut off between a slice and its count counts the slice once',
    withCrm(async (crm) => {
      await waiting(crm, 150);
      const admin = await crm.work('admin');
      const { id } = await startBulk(admin, { action: 'verify', where: { filter: { verified: 'no' } } });
      const work = crm.system();
      const keepProgress = () => Promise.reject(new Error('the machine went away'));
      await expect(runBulk({ ...work, bulk: { ...work.bulk, keepProgress } }, id, later())).rejects.toThrow(
        'the machine went away',
      );
      await runBulk(work, id, later());
      expect(await work.bulk.get(id)).toMatchObject({ changed: 150, skipped: {} });
    }),
  );

  test(
    'with three workers at once changes nobody twice',
    withCrm(async (crm) => {
      const ids = await waiting(crm, 350);
      const admin = await crm.work('admin');
      const { id } = await startBulk(admin, { action: 'verify', where: { filter: { verified: 'no' } } });
      await Promise.all([1, 2, 3].map(() => runBulk(crm.system(), id, later())));
      await runBulk(crm.system(), id, later());
      expect(await crm.system().bulk.get(id)).toMatchObject({ state: 'done', changed: 350, skipped: {} });
      const marks = await crm.system().members.marked(ids);
      expect([...marks.values()].every(({ bulk }) => bulk?.before?.status === 'profile-submitted')).toBe(true);
    }),
  );

  test(
    'F123 beside others over the same people, and beside admins at work, leaves each changed whole',
    withCrm(async (crm) => {
      const ids = await waiting(crm, 200);
      const admin = await crm.work('admin');
      const start = (action: 'verify' | 'delete') =>
        startBulk(admin, { action, where: { filter: { role: ['customer'] } } });
      const jobs = [await start('verify'), await start('delete'), await start('verify')];
      const rename = async (id: string) => {
        const { version } = await admin.members.get(id);
        await refusalOf(changeMember(admin, id, { version, name: 'Renamed meanwhile' }));
      };
      await Promise.all([
        ...jobs.map(({ id }) => runBulk(crm.system(), id, later())),
        ...ids.slice(0, 20).map((id) => rename(id)),
      ]);
      for (const { id } of jobs) {
        const { state, changed, skipped, total } = await crm.system().bulk.get(id);
        const left = Object.values(skipped).reduce((sum, count) => sum + count, 0);
        expect([state, changed + left]).toEqual(['done', total]);
      }
      const all = [...(await crm.system().members.marked(ids)).values()];
      expect(all.filter(({ deletedAt }) => deletedAt === null)).toEqual([]);
      expect(all.every(({ status, verifiedAt }) => (status === 'verified') === (verifiedAt !== null))).toBe(true);
    }),
  );

  test(
    'that stands still is taken up by the look that was sent ahead; one that moved is only looked at again',
    withCrm(async (crm) => {
      await waiting(crm, 5);
      const admin = await crm.work('admin');
      const { id: jobId, updatedAt } = await startBulk(admin, {
        action: 'verify',
        where: { filter: { verified: 'no' } },
      });
      const { workspaceId } = admin;
      await stepBulk(crm.system(), { workspaceId, jobId, seen: new Date(0).toISOString() });
      expect(await crm.system().bulk.get(jobId)).toMatchObject({ done: 0 });
      await stepBulk(crm.system(), { workspaceId, jobId, seen: updatedAt });
      expect(await crm.system().bulk.get(jobId)).toMatchObject({ state: 'done', changed: 5 });
    }),
  );

  test(
    'out of time leaves the rest for the next message',
    withCrm(async (crm) => {
      await waiting(crm, 5);
      const admin = await crm.work('admin');
      const { id } = await startBulk(admin, { action: 'verify', where: { filter: { verified: 'no' } } });
      expect(await runBulk(crm.system(), id, new Date(0))).toBe(true);
      expect(await runBulk(crm.system(), id, later())).toBe(false);
    }),
  );

  test(
    'of another business is not found',
    withCrm(async (crm) => {
      const { id } = await startBulk(await crm.work('admin'), { action: 'delete', where: { filter: {} } });
      await withCrm(async (other) => {
        expect(await refusalOf(askToUndoBulk(await other.work('admin'), id))).toMatchObject({ status: 404 });
      })();
    }),
  );
});

describe('undoing a bulk job', () => {
  const deleted = async (crm: Crm, count: number) => {
    const ids = await waiting(crm, count);
    const admin = await crm.work('admin');
    const { id } = await startBulk(admin, { action: 'delete', where: { ids } });
    await runBulk(crm.system(), id, later());
    return { ids, admin, id };
  };

  test(
    'gives back everybody as they were, but for who was changed since',
    withCrm(async (crm) => {
      const ids = await waiting(crm, 120);
      const before = await crm.system().members.marked(ids);
      const admin = await crm.work('admin');
      const { id } = await startBulk(admin, { action: 'verify', where: { filter: { verified: 'no' } } });
      await runBulk(crm.system(), id, later());
      const touched = await admin.members.get(ids[7]!);
      await changeMember(admin, touched.id, { version: touched.version, name: 'Renamed since' });

      await askToUndoBulk(admin, id);
      await runBulk(crm.system(), id, later());
      expect(await crm.system().bulk.get(id)).toMatchObject({ state: 'undone', changed: 120, restored: 119 });
      const after = await crm.system().members.marked(ids);
      for (const one of ids.filter((other) => other !== touched.id)) {
        const { version: _, bulk: __, ...now } = after.get(one)!;
        expect(now).toEqual({ ...before.get(one), version: undefined, bulk: undefined });
      }
      expect(after.get(touched.id)).toMatchObject({ name: 'Renamed since', status: 'verified' });
    }),
  );

  test(
    'twice, and cut off half-way, gives back once and counts right',
    withCrm(async (crm) => {
      const { ids, admin, id } = await deleted(crm, 150);
      await askToUndoBulk(admin, id);
      const work = crm.system();
      const keepProgress = () => Promise.reject(new Error('the machine went away'));
      await expect(runBulk({ ...work, bulk: { ...work.bulk, keepProgress } }, id, later())).rejects.toThrow(
        'the machine went away',
      );
      await runBulk(work, id, later());
      expect(await askToUndoBulk(admin, id)).toMatchObject({ state: 'undone', restored: 150 });
      expect(new Set(await statusesOf(crm, ids))).toEqual(new Set(['profile-submitted']));
    }),
  );

  test(
    'is possible for 30 days, and also after a failure',
    withCrm(async (crm) => {
      const { admin, id } = await deleted(crm, 2);
      const late = { ...admin, now: () => new Date(Date.now() + 31 * 86_400_000) };
      expect(await refusalOf(askToUndoBulk(late, id))).toMatchObject({ status: 409 });

      const other = await startBulk(admin, { action: 'verify', where: { filter: {} } });
      expect(await refusalOf(askToUndoBulk(admin, other.id))).toMatchObject({ status: 409 });
      await failBulk(crm.system(), other.id);
      expect(await askToUndoBulk(admin, other.id)).toMatchObject({ state: 'undoing' });
    }),
  );
});
