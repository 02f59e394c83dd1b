import { expect, test } from 'vitest';
import { AuditAction, AuditNote } from './entry.ts';
import { sentenceOf } from './sentence.ts';

const ines = { memberId: 'ines', name: 'Ines Halvorsen' };
const dipika = { kind: 'member', id: 'dipika', name: 'Dipika Sarraf' } as const;
const payment = { ...dipika, kind: 'payment', id: 'p1' } as const;
const said = (note: AuditNote): string => sentenceOf(AuditNote.parse(note));

test.each<[AuditNote, string]>([
  [{ action: 'member-verified', by: ines, on: dipika }, 'Ines Halvorsen verified Dipika Sarraf'],
  [
    { action: 'role-changed', by: ines, on: dipika, detail: { from: 'employee', to: 'manager' } },
    'Ines Halvorsen changed the role of Dipika Sarraf from employee to manager',
  ],
  [
    { action: 'member-rejected', by: ines, on: dipika, detail: { reason: 'Not a customer' } },
    'Ines Halvorsen rejected Dipika Sarraf: Not a customer',
  ],
  [
    { action: 'room-observed', by: ines, on: { kind: 'room', id: 'r1', name: 'Ring resize' } },
    'Ines Halvorsen began to look on in the room of the task Ring resize',
  ],
  [
    { action: 'session-ended', by: ines, on: dipika, detail: { count: '3' } },
    'Ines Halvorsen ended 3 sessions of Dipika Sarraf',
  ],
  [
    { action: 'session-ended', by: ines, on: { ...dipika, id: 'ines', name: 'Ines Halvorsen' } },
    'Ines Halvorsen ended a session',
  ],
  [
    { action: 'member-added', by: ines, on: { ...dipika, id: 'ines' }, detail: { role: 'admin' } },
    'Ines Halvorsen joined as admin',
  ],
  [
    { action: 'payment-refunded', by: ines, on: payment, detail: { amount: '$30.00', reason: 'duplicate' } },
    'Ines Halvorsen ordered a refund of $30.00 to Dipika Sarraf: duplicate',
  ],
  [
    { action: 'payment-recorded', by: ines, on: payment, detail: { amount: '$30.00', way: 'cash' } },
    'Ines Halvorsen recorded $30.00 from Dipika Sarraf by cash',
  ],
  [
    { action: 'payment-cancelled', by: ines, on: payment, detail: { amount: '$30.00' } },
    'Ines Halvorsen no longer asks Dipika Sarraf for $30.00',
  ],
  [{ action: 'bulk-verified', by: ines, detail: { count: '2' } }, 'Ines Halvorsen began to verify 2 members at once'],
  [{ action: 'signed-in', by: ines, detail: { way: 'password' } }, 'Ines Halvorsen signed in by password'],
  [
    { action: 'sign-in-failed', by: null, on: { kind: 'account', id: 'a', name: 'dipika@example.com' } },
    'Somebody tried to sign in as dipika@example.com and failed',
  ],
  [{ action: 'sign-in-failed', by: null, detail: { count: '3' } }, 'Somebody tried to sign in and failed 3 times'],
])('an entry reads as a sentence: %j', (note, expected) => {
  expect(said(note)).toBe(expected);
});

test('ASVS 16.2.5 an entry has no place for a password or a code', () => {
  const detail = { password: 'correct horse battery' } as never;
  expect(AuditNote.safeParse({ action: 'signed-in', by: ines, detail }).success).toBe(false);
});

test.each(AuditAction.options)('%s has its words, also when nothing more is known', (action) => {
  expect(said({ action, by: null })).toMatch(/^Somebody [a-z][^:]*[a-z-]$/);
});
