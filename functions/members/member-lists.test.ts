import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemberStatus, Role } from '#domain/kernel/access.ts';
import { type MemberFilter, MemberSort } from '#domain/members/list.ts';
import { type Member, newcomer } from '#domain/members/member.ts';
import {
  everyPage,
  idsInOrder,
  isFound,
  oftenNot,
  someName,
  somePageSize,
  someQuestion,
} from '#functions/testing/list-model.ts';
import { withCrm } from '#functions/testing/with-crm.ts';

const holds =
  ({ q, status, role }: MemberFilter) =>
  (member: Member): boolean =>
    isFound(q, member.name, member.email) && (!status || member.status === status) && (!role || member.role === role);

const keys = {
  name: (member: Member) => member.name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
  createdAt: (member: Member) => member.createdAt,
  age: (member: Member) => member.age,
  email: (member: Member) => member.email,
  role: (member: Member) => Role.options.indexOf(member.role),
};

const draft = fc.record({
  name: someName,
  email: fc.constantFrom('ada@example.com', 'holm.ase@example.com', 'zoe-berg@example.com'),
  age: fc.option(fc.constantFrom(17, 30, 41)),
  role: fc.constantFrom(...Role.options),
  status: fc.constantFrom(...MemberStatus.options),
  createdAt: fc.constantFrom('2026-02-01T08:00:00.000Z', '2026-02-02T08:00:00.000Z'),
});
const query = fc.record({
  q: someQuestion,
  status: oftenNot(fc.constantFrom(...MemberStatus.options)),
  role: oftenNot(fc.constantFrom(...Role.options)),
  sort: fc.constantFrom(...MemberSort.def.innerType.options),
  limit: somePageSize,
});

test(
  'every filter, sort and page size gives what looking at each member gives',
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
