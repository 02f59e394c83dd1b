import type { MemberFilter } from '#domain/members/list.ts';
import { isVerified, type MemberWithLoad } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { answer } from './answer.ts';

/** A business with these people, who are listed, filtered, searched and counted; `change` is what an act does to one. */
export function answerUsers(users: readonly MemberWithLoad[]) {
  let all = [...users];
  const asked: unknown[] = [];
  const loadsAsked: string[] = [];
  const stored = {
    change: (id: string, change: Partial<MemberWithLoad>): MemberWithLoad => {
      all = all.map((user) => (user.id === id ? { ...user, ...change } : user));
      return all.find((user) => user.id === id)!;
    },
  };
  answer(memberRoutes.list, ({ query }) => {
    asked.push(query);
    const found = all.filter((user) => matches(user, query));
    const from = Number(query.cursor ?? 0);
    const to = from + query.limit;
    return { items: found.slice(from, to), nextCursor: to < found.length ? String(to) : null };
  });
  answer(memberRoutes.count, ({ query }) => ({
    count: all.filter((user) => matches(user, query)).length,
    isCapped: false,
  }));
  answer(memberRoutes.loads, ({ query: { ids } }) => {
    loadsAsked.push(...ids);
    return { items: all.filter(({ id }) => ids.includes(id)) };
  });
  answer(memberRoutes.get, ({ params }) => all.find(({ id }) => id === params.memberId)!);
  return { stored, asked, loadsAsked };
}

function matches(user: MemberWithLoad, { q = '', status, role, verified, admin, deleted }: MemberFilter): boolean {
  return (
    (deleted === 'yes') === (user.deletedAt !== null) &&
    user.name.toLowerCase().includes(q.toLowerCase()) &&
    (!status || user.status === status) &&
    (!role || role.includes(user.role)) &&
    (!verified || (verified === 'yes') === isVerified(user)) &&
    (!admin || (admin === 'yes') === (user.role === 'admin'))
  );
}
