import { Role } from '#domain/kernel/access.ts';
import { fold, tokensOf } from '#domain/kernel/search.ts';
import type { MemberFilter, memberSorts } from '#domain/members/list.ts';
import { isVerified, type Member } from '#domain/members/member.ts';
import { type Condition, matches, where } from '#functions/platform/list-query.ts';

export type MembersWanted = MemberFilter & { ids?: string[] | undefined };

/** From the third letter on: fewer would hide the names among everybody of a role. */
const roleTokens = (role: Role): string[] => tokensOf(role).filter(({ length }) => length > 2);

/** What the list is searched, filtered and sorted by, stored with every write. */
export const listedOf = (member: Omit<Member, 'version'>) => ({
  tokens: [
    ...new Set([
      ...tokensOf(member.name, member.email),
      ...roleTokens(member.role),
      ...(member.age === null ? [] : [`${member.age}`]),
    ]),
  ],
  name: fold(member.name),
  email: fold(member.email),
  role: Role.options.indexOf(member.role),
  verified: isVerified(member) ? 'yes' : 'no',
});

export const memberPaths: Record<(typeof memberSorts)[number], string> = {
  name: 'c.list.name',
  role: 'c.list.role',
  age: 'c.age',
  email: 'c.list.email',
  verified: 'c.list.verified',
  joinedBy: 'c.joinedBy',
  createdAt: 'c.createdAt',
  updatedAt: 'c.updatedAt',
};

export const conditionsOf = ({ q, status, role, verified, admin, deleted, ids }: MembersWanted): Condition[] => [
  where`c.kind = 'member'`,
  deleted ? where`c.deletedAt != ${null}` : where`c.deletedAt = ${null}`,
  ...(status ? [where`c.status = ${status}`] : []),
  ...(role ? [where`ARRAY_CONTAINS(${role}, c.role)`] : []),
  ...(verified ? [where`c.list.verified = ${verified}`] : []),
  ...(admin === 'yes' ? [where`c.role = ${'admin'}`] : []),
  ...(admin === 'no' ? [where`c.role != ${'admin'}`] : []),
  ...(ids ? [where`ARRAY_CONTAINS(${ids}, c.id)`] : []),
  ...matches(q),
];
