import { describe, expect, test } from 'vitest';
import type { MemberStatus, Role } from '#domain/kernel/access.ts';
import { admit, landingOf, type Member, newcomer, submitProfile, verify } from './member.ts';

const monday = new Date('2026-03-02T09:00:00Z');
const friday = new Date('2026-03-06T09:00:00Z');

const member = (change: Partial<Member> = {}): Member => ({
  ...newcomer(
    {
      id: crypto.randomUUID(),
      accountId: crypto.randomUUID(),
      name: 'Dipika Sarraf',
      email: 'dipika@example.com',
      age: 34,
      role: 'customer',
      joinedBy: 'password',
    },
    monday,
  ),
  version: '1',
  ...change,
});
const profile = { task: 'Engraving', description: 'Rings and watches' };

test('a newcomer has proved the e-mail address and nothing else', () => {
  expect(member()).toMatchObject({ status: 'email-verified', submittedAt: null, verifiedAt: null });
});

describe('submitting the profile', () => {
  test('keeps the age that is known, and takes it where it is missing', () => {
    expect(submitProfile(member(), { ...profile, age: 50 }, friday).age).toBe(34);
    expect(submitProfile(member({ age: null }), { ...profile, age: 50 }, friday).age).toBe(50);
  });

  test('writes down what an employee will work on, and not what a customer asks for', () => {
    expect(submitProfile(member({ role: 'employee' }), profile, friday).skills).toBe('Engraving\nRings and watches');
    expect(submitProfile(member(), profile, friday).skills).toBeNull();
  });

  test.each([
    ['customer', 'employee', 'employee'],
    ['employee', undefined, 'employee'],
    ['manager', 'employee', 'manager'],
    ['admin', 'customer', 'admin'],
  ] as const)('as %s with the wish to be %s makes %s', (role, wish, expected) => {
    expect(submitProfile(member({ role }), { ...profile, role: wish }, friday).role).toBe(expected);
  });
});

test('verifying twice keeps the first moment', () => {
  const verified = verify(member({ status: 'profile-submitted' }), monday);
  expect(verified).toMatchObject({ status: 'verified', verifiedAt: monday.toISOString() });
  expect(verify(verified, friday)).toEqual(verified);
});

test('somebody admitted is verified with the role offered', () => {
  expect(admit(member(), 'manager', friday)).toMatchObject({
    role: 'manager',
    status: 'verified',
    submittedAt: friday.toISOString(),
    verifiedAt: friday.toISOString(),
  });
});

test.each<[Role, MemberStatus, string]>([
  ['customer', 'email-verified', '/complete-profile'],
  ['employee', 'profile-submitted', '/waiting'],
  ['customer', 'rejected', '/waiting'],
  ['admin', 'suspended', '/waiting'],
  ['customer', 'verified', '/portal'],
  ['employee', 'verified', '/home'],
  ['admin', 'verified', '/home'],
])('a %s who is %s lands on %s', (role, status, path) => {
  expect(landingOf({ role, status })).toBe(path);
});
