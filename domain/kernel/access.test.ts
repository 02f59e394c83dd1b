import { describe, expect, test } from 'vitest';
import { type Caller, MemberStatus, refusalOf, Role } from './access.ts';
import { Capability, type Right, rights, rolesWith, scopeOf } from './rights.ts';

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

/** With all that an employee may be given: what they lack without stands below. */
const capable = (role: Role): Caller => ({ ...caller(role, 'verified'), capabilities: Capability.options });

describe('a verified member has the rights of their role and no other', () => {
  test.each(Role.options)('%s', (role) => {
    for (const right of everyRight) {
      const expected = rolesWith(right).includes(role) ? null : 'wrong-role';
      expect([right, refusalOf(right, capable(role))]).toEqual([right, expected]);
    }
  });
});

describe('Q01: what an employee may work on beside tasks takes the capability for it', () => {
  const rightsOf = { canWorkLeads: 'leads.work', canWorkSales: 'sales.work', canWorkCases: 'cases.work' } as const;

  test.each(Capability.options)('F076, F077: %s opens its own area and no other', (held) => {
    const employee = { ...caller('employee', 'verified'), capabilities: [held] };
    for (const needed of Capability.options) {
      expect(refusalOf(rightsOf[needed], employee)).toBe(needed === held ? null : 'wrong-role');
    }
    expect(scopeOf(rightsOf[held], employee)).toBe('own');
  });

  test.each(Capability.options)('F073: leaders need no %s, and a customer with it has nothing of it', (held) => {
    expect(refusalOf(rightsOf[held], caller('manager', 'verified'))).toBeNull();
    const customer = { ...caller('customer', 'verified'), capabilities: [held] };
    expect(refusalOf(rightsOf[held], customer)).toBe('wrong-role');
  });
});
