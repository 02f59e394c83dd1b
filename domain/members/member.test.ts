import { describe, expect, test } from 'vitest';
import type { MemberStatus, Role } from '#domain/kernel/access.ts';
import { change } from './change.ts';
import { isActingAdmin, mayRestore, reject, remove, restore, resume, suspend, verify } from './decide.ts';
import { admit, isVerified, landingOf, type Member, newcomer, submitProfile } from './member.ts';
import { memberRoutes } from './routes.ts';

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
const submitted = (change: Partial<Member> = {}) =>
  member({ status: 'profile-submitted', submittedAt: monday.toISOString(), ...change });
const profile = { task: 'Engraving\nRings and watches' };

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

  test('Q48 lets somebody verified before come in at once, with the role that was verified', () => {
    const early = verify(member(), monday);
    expect(early).toMatchObject({ status: 'email-verified', verifiedAt: monday.toISOString() });
    expect(landingOf(early)).toBe('/complete-profile');
    expect(submitProfile(early, { ...profile, role: 'employee' }, friday)).toMatchObject({
      status: 'verified',
      role: 'customer',
    });
  });
});

describe('verifying', () => {
  test('twice keeps the first moment', () => {
    const verified = verify(submitted(), monday);
    expect(verified).toMatchObject({ status: 'verified', verifiedAt: monday.toISOString() });
    expect(verify(verified, friday)).toBe(verified);
  });

  test('takes back a rejection with its reason, and leaves a suspension', () => {
    expect(verify(reject(submitted(), 'No', monday), friday)).toMatchObject({ status: 'verified', reason: null });
    const suspended = suspend(verify(submitted(), monday), 'A bill', monday);
    expect(verify(suspended, friday)).toBe(suspended);
  });
});

test.each<[Partial<Member>, MemberStatus]>([
  [{}, 'email-verified'],
  [{ submittedAt: monday.toISOString() }, 'profile-submitted'],
  [{ submittedAt: monday.toISOString(), verifiedAt: monday.toISOString() }, 'verified'],
])('resuming %j gives back the layer they had come to: %s', (change, status) => {
  const suspended = suspend(member(change), 'A bill is open', friday);
  expect(suspended).toMatchObject({ status: 'suspended', reason: 'A bill is open' });
  expect(isVerified(suspended)).toBe(false);
  expect(resume(suspended, friday)).toMatchObject({ status, reason: null });
});

test('deleted can be restored for 30 days, and deleting twice keeps the first moment', () => {
  const deleted = remove(member(), monday);
  expect(remove(deleted, friday)).toBe(deleted);
  expect(restore(deleted, friday).deletedAt).toBeNull();
  const days = (count: number) => new Date(monday.getTime() + count * 86_400_000);
  expect([mayRestore(deleted, days(29.9)), mayRestore(deleted, days(30))]).toEqual([true, false]);
});

describe('F119 the switches of Edit user', () => {
  const turned = (from: Member, wanted: object) => change(from, { version: '1', ...wanted }, friday);

  test.each<[string, Member, object, MemberStatus]>([
    ['Form Filled on', member(), { formFilled: true }, 'profile-submitted'],
    ['Form Filled off', submitted(), { formFilled: false }, 'email-verified'],
    ['Form Verified on', submitted(), { verified: true }, 'verified'],
    ['Form Verified on, not filled', member(), { verified: true }, 'email-verified'],
    ['both on', member(), { formFilled: true, verified: true }, 'verified'],
    ['Form Verified off', verify(submitted(), monday), { verified: false }, 'profile-submitted'],
    ['Form Filled off of a verified one', verify(submitted(), monday), { formFilled: false }, 'email-verified'],
    ['Form Verified on of a rejected one', reject(submitted(), 'No', monday), { verified: true }, 'verified'],
    ['a name of a rejected one', reject(submitted(), 'No', monday), { name: 'Ida' }, 'rejected'],
    ['Form Verified off of a suspended one', suspend(submitted(), 'No', monday), { verified: false }, 'suspended'],
  ])('%s', (_, from, wanted, status) => {
    expect(turned(from, wanted).status).toBe(status);
  });

  test('what is left out stays, and on twice keeps the first moment', () => {
    const verified = verify(submitted(), monday);
    expect(turned(verified, { verified: true, formFilled: true })).toEqual({
      ...verified,
      updatedAt: friday.toISOString(),
    });
  });

  test('capabilities are an employee’s and go with the role', () => {
    const employee = turned(submitted(), { role: 'employee', capabilities: ['canWorkLeads'] });
    expect(employee.capabilities).toEqual(['canWorkLeads']);
    expect(turned(employee, { role: 'manager' }).capabilities).toEqual([]);
  });
});

test.each<[Partial<Member>, boolean]>([
  [{ role: 'admin', status: 'verified' }, true],
  [{ role: 'admin', status: 'suspended' }, false],
  [{ role: 'admin', status: 'email-verified' }, false],
  [{ role: 'manager', status: 'verified' }, false],
  [{ role: 'admin', status: 'verified', deletedAt: monday.toISOString() }, false],
])('%j acts as admin: %s', (change, expected) => {
  expect(isActingAdmin(member(change))).toBe(expected);
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

test.each([undefined, null, '', 'of-next-year'])(
  'F053 F054 somebody whose status is %j lands on a page all the same',
  (status) => {
    expect(landingOf({ role: 'customer', status: status as MemberStatus })).toBe('/complete-profile');
  },
);

test.each([
  [0, false],
  [1, true],
  [100, true],
  [101, false],
])('the loads of %i members are asked for at once: %s', (count, isTaken) => {
  const ids = Array.from({ length: count }, () => crypto.randomUUID()).join(',');
  expect(memberRoutes.loads.query.safeParse({ ids }).success).toBe(isTaken);
});
