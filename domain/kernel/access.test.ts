import { describe, expect, test } from 'vitest';
import { type Caller, MemberStatus, refusalOf, Role } from './access.ts';

const caller = (role: Role, status: MemberStatus): Caller => ({
  workspaceId: 'w',
  accountId: 'a',
  sessionId: 's',
  memberId: 'm',
  role,
  status,
  name: 'Somebody',
  customerId: null,
});

test('a public route answers anybody, a signed-in one only with a session', () => {
  expect(refusalOf('public', null)).toBeNull();
  expect(refusalOf('signed-in', null)).toBe('no-caller');
  expect(refusalOf('signed-in', caller('customer', 'email-verified'))).toBeNull();
});

describe('F045: until an admin has verified somebody, no role opens anything', () => {
  test.each(MemberStatus.options.filter((status) => status !== 'verified'))('%s', (status) => {
    for (const role of Role.options) expect(refusalOf([role], caller(role, status))).toBe('not-verified');
  });
});

describe('a verified member opens the routes of their role and no other', () => {
  test.each(Role.options)('%s', (role) => {
    for (const other of Role.options) {
      expect(refusalOf([other], caller(role, 'verified'))).toBe(other === role ? null : 'wrong-role');
    }
  });
});
