import { describe, expect, test } from 'vitest';
import { type Caller, MemberStatus, refusalOf, Role } from './access.ts';
import { type Right, rights, rolesWith } from './rights.ts';

const everyRight = Object.keys(rights) as Right[];

const caller = (role: Role, status: MemberStatus): Caller => ({
  workspaceId: 'w',
  accountId: 'a',
  sessionId: 's',
  provedAt: '2026-03-02T09:00:00Z',
  memberId: 'm',
  role,
  status,
  name: 'Somebody',
  capabilities: [],
  customerId: null,
  mustEnrol: false,
});

test('a public route answers anybody, a signed-in one only with a session', () => {
  expect(refusalOf('public', null)).toBeNull();
  expect(refusalOf('signed-in', null)).toBe('no-caller');
  expect(refusalOf('signed-in', caller('customer', 'email-verified'))).toBeNull();
});

describe('F045: until an admin has verified somebody, no role opens anything', () => {
  test.each(MemberStatus.options.filter((status) => status !== 'verified'))('%s', (status) => {
    for (const role of Role.options) {
      for (const right of everyRight) expect(refusalOf(right, caller(role, status))).toBe('not-verified');
    }
  });
});

describe('a verified member has the rights of their role and no other', () => {
  test.each(Role.options)('%s', (role) => {
    for (const right of everyRight) {
      const expected = rolesWith(right).includes(role) ? null : 'wrong-role';
      expect([right, refusalOf(right, caller(role, 'verified'))]).toEqual([right, expected]);
    }
  });
});
