import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MemberStatus, Role } from '#domain/kernel/access.ts';
import { type MemberFilter, MemberSort } from '#domain/members/list.ts';
import { isVerified, JoinedBy, type Member, newcomer } from '#domain/members/member.ts';
import {
  everyPage,
  idsInOrder,
  isFound,
  oftenNot,
  someName,
  somePageSize,
  someQuestion,
} from '#functions/testing/list-model.ts';
import { container } from '#functions/platform/cosmos.ts';
import { lists } from '#functions/platform/list-query.ts';
import { type Crm, withCrm } from '#functions/testing/with-crm.ts';
import { listMembers } from './list-members.ts';
import { conditionsOf, memberPaths } from './member-conditions.ts';

/** Roles are found from the third letter on, ages whole. */
const isFoundBy = (q: string | undefined, { name, email, age, role }: Member): boolean =>
  (q ?? '')
    .split(' ')
    .filter(Boolean)
    .every((word) => isFound(word, name, email) || word === `${age}` || (word.length > 2 && role.startsWith(word)));

const holds =
  ({ q, status, role, verified, admin, deleted }: MemberFilter) =>
  (member: Member): boolean =>
    isFoundBy(q, member) &&
    (!status || member.status === status) &&
    (!role || role.includes(member.role)) &&
    (!verified || (verified === 'yes') === isVerified(member)) &&
    (!admin || (admin === 'yes') === (member.role === 'admin')) &&
    Boolean(deleted) === (member.deletedAt !== null);

const keys = {
  name: (member: Member) => member.name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
  createdAt: (member: Member) => member.createdAt,
  age: (member: Member) => member.age,
  email: (member: Member) => member.email,
  role: (member: Member) => Role.options.indexOf(member.role),
  verified: (member: Member) => (isVerified(member) ? 'yes' : 'no'),
  joinedBy: (member: Member) => member.joinedBy,
  updatedAt: (member: Member) => member.updatedAt,
};

const someMoment = fc.constantFrom('2026-02-03T08:00:00.000Z', '2026-02-04T08:00:00.000Z');
const yesOrNo = fc.constantFrom('yes' as const, 'no' as const);
const draft = fc.record({
  name: someName,
  email: fc.constantFrom('ada@example.com', 'holm.ase@example.com', 'zoe-berg@example.com'),
  age: fc.option(fc.constantFrom(17, 30, 41)),
  role: fc.constantFrom(...Role.options),
  joinedBy: fc.constantFrom(...JoinedBy.options),
  status: fc.constantFrom(...MemberStatus.options),
  verifiedAt: fc.option(someMoment),
  updatedAt: someMoment,
  deletedAt: fc.option(someMoment, { freq: 1 }),
  createdAt: fc.constantFrom('2026-02-01T08:00:00.000Z', '2026-02-02T08:00:00.000Z'),
});
const query = fc.record({
  q: fc.oneof({ weight: 3, arbitrary: someQuestion }, fc.constantFrom('41', '17', 'employee', 'cust', 'ad 30')),
  status: oftenNot(fc.constantFrom(...MemberStatus.options)),
  role: oftenNot(fc.subarray([...Role.options], { minLength: 1 })),
  verified: oftenNot(yesOrNo),
  admin: oftenNot(yesOrNo),
  deleted: fc.option(fc.constant('yes' as const), { nil: undefined, freq: 1 }),
  sort: fc.constantFrom(...MemberSort.def.innerType.options),
  limit: somePageSize,
});

test(
  'F105 every search, filter, sort and page size gives what looking at each member gives',
  withCrm(async (crm) => {
    const { members, newId } = crm.system();
    const all: Member[] = [];
    const person = {
      id: newId(),
      accountId: 'account',
      name: '',
      email: '',
      age: null,
      role: 'customer',
      joinedBy: 'password',
    } as const;
    const rest = newcomer(person, new Date());
    await fc.assert(
      fc.asyncProperty(
        fc.array(draft, { maxLength: 8 }),
        fc.array(query, { minLength: 9, maxLength: 9 }),
        async (drafts, queries) => {
          all.push(...(await Promise.all(drafts.map((one) => members.add({ ...rest, ...one, id: newId() })))));
          for (const { limit, sort, ...filter } of queries) {
            const wanted = all.filter(holds(filter));
            const listed = await everyPage((at) => members.list({ ...filter, sort, ...at }), limit);
            expect(listed.map(({ id }) => id)).toEqual(idsInOrder(wanted, sort, keys));
            expect(await members.count(filter, true)).toEqual({ count: wanted.length, isCapped: false });
          }
        },
      ),
      { seed: 3, numRuns: 6, endOnFailure: true },
    );
  }),
);

describe('the list of 400 members', () => {
  const filled = withCrmOf(400);

  test(
    'W36 is read in every order by its index: a page of 20 costs 20 documents, whatever stands behind it',
    filled(async (crm) => {
      const { workspaceId } = crm.system();
      for (const sort of MemberSort.def.innerType.options) {
        for (const filter of [{}, { verified: 'no' }, { role: ['customer'] }, { q: 'ada' }] as const) {
          const { documentsRead } = await costOf(workspaceId, sort, filter as MemberFilter);
          expect([sort, filter, documentsRead]).toEqual([sort, filter, expect.toSatisfy((read) => read <= 45)]);
        }
      }
    }),
  );

  test(
    'W29 answers a page of 50 in less than 60 kB, however much people wrote, and with no picture inside',
    filled(async (crm) => {
      const admin = await crm.work('admin');
      const page = await listMembers(admin, { limit: 50, sort: 'name' });
      expect(page.items).toHaveLength(50);
      expect(JSON.stringify(page).length).toBeLessThan(60_000);
      expect(page.items.every(({ photo }) => photo === null || photo.length < 100)).toBe(true);
    }),
  );
});

function withCrmOf(count: number) {
  return (run: (crm: Crm) => Promise<void>) =>
    withCrm(async (crm) => {
      const { members, newId, now } = crm.system();
      const add = (n: number) => {
        const person = { id: newId(), accountId: newId(), name: `Ada Holm ${n}`, email: `ada${n}@example.com` };
        const rest = { age: 20 + (n % 50), role: n % 9 ? 'customer' : 'employee', joinedBy: 'password' } as const;
        return members.add({ ...newcomer({ ...person, ...rest }, now()), skills: 'x'.repeat(4000) });
      };
      await Promise.all(Array.from({ length: count }, (_, n) => add(n)));
      await run(crm);
    });
}

/** What the database says it read for the first page. */
async function costOf(workspaceId: string, sort: MemberSort, filter: MemberFilter): Promise<{ documentsRead: number }> {
  const members = container('workspaces');
  let charge = 0;
  const list = lists(members, workspaceId, async (query, { limit }) => {
    const page = members.items.query<Member>(query, { partitionKey: workspaceId, maxItemCount: limit });
    const { requestCharge, resources } = await page.fetchNext();
    charge = requestCharge - 0.02 * (JSON.stringify(resources).length / 1024);
    return { items: resources, nextCursor: null };
  });
  await list.page(conditionsOf(filter), { sort, paths: memberPaths }, { limit: 20 });
  return { documentsRead: (charge - 2.5) / 0.05 };
}
