import { describe, expect, test } from 'vitest';
import { assign, changeStatus, editedFields, mayEdit, mayRestore, remove, restore, verify } from './decide.ts';
import { isOverdue, mayReadTask, type Task, type TaskStatus } from './task.ts';

const at = '2026-03-01T08:00:00.000Z';
const task = (change: Partial<Task> = {}): Task => ({
  id: crypto.randomUUID(),
  title: 'Ring resize',
  description: '',
  status: 'requested',
  dueOn: '2026-03-02',
  customer: { id: 'c1', name: 'Dipika', email: 'dipika@example.com' },
  employee: null,
  createdAt: at,
  updatedAt: at,
  statusAt: at,
  deletedAt: null,
  version: '"1"',
  ...change,
});
const tomas = { id: 'e1', name: 'Tomas', email: 'tomas@example.com' };
const monday = new Date('2026-03-02T09:00:00Z');

describe('a task due on 2 March', () => {
  test.each([
    ['2026-03-01', false],
    ['2026-03-02', false],
    ['2026-03-03', true],
  ])('seen on %s: overdue %s', (today, expected) => {
    expect(isOverdue(task({ status: 'pending' }), today)).toBe(expected);
  });

  test.each<TaskStatus>(['completed', 'cancelled'])('is never overdue once %s', (status) => {
    expect(isOverdue(task({ status }), '2026-04-01')).toBe(false);
  });
});

test('a task without a due day is never overdue', () => {
  expect(isOverdue(task({ dueOn: null, status: 'pending' }), '2030-01-01')).toBe(false);
});

test('F168 assigning a request verifies it', () => {
  expect(assign(task(), tomas, monday)).toMatchObject({
    status: 'pending',
    employee: tomas,
    updatedAt: monday.toISOString(),
  });
});

test('assigning a running task to somebody else leaves its status', () => {
  expect(assign(task({ status: 'in-progress' }), tomas, monday).status).toBe('in-progress');
});

test('setting the status it already has changes nothing', () => {
  const same = task({ status: 'pending' });
  expect(changeStatus(same, 'pending', monday)).toBe(same);
});

describe('F084, F085: who may read a task', () => {
  const assigned = task({ employee: tomas });
  test.each([
    ['admin', { role: 'admin', memberId: 'x', customerId: null }, true],
    ['manager', { role: 'manager', memberId: 'x', customerId: null }, true],
    ['its employee', { role: 'employee', memberId: 'e1', customerId: null }, true],
    ['another employee', { role: 'employee', memberId: 'e2', customerId: null }, false],
    ['its customer', { role: 'customer', memberId: 'x', customerId: 'c1' }, true],
    ['another customer', { role: 'customer', memberId: 'x', customerId: 'c2' }, false],
    ['a customer without a record', { role: 'customer', memberId: 'x', customerId: null }, false],
  ] as const)('%s', (_, caller, may) => {
    expect(mayReadTask(caller, assigned)).toBe(may);
  });
});

describe('since when a task has its status', () => {
  const later = monday.toISOString();
  test.each([
    ['assigning a request', assign(task(), tomas, monday), later],
    ['assigning a pending one', assign(task({ status: 'pending' }), tomas, monday), at],
    ['verifying', verify(task(), monday), later],
    ['a new status', changeStatus(task(), 'cancelled', monday), later],
    ['deleting', remove(task(), monday), at],
  ])('%s', (_, { statusAt }, since) => expect(statusAt).toBe(since));
});

test('verifying what nobody asked for changes nothing', () => {
  const pending = task({ status: 'pending' });
  expect(verify(pending, monday)).toBe(pending);
});

describe('Q11 a deleted task', () => {
  const gone = remove(task(), monday);
  const after = (ms: number) => new Date(monday.getTime() + ms);
  const month = 30 * 86_400_000;

  test.each([
    ['at once', 0, true],
    ['just before 30 days', month - 1, true],
    ['after 30 days', month, false],
  ])('%s: can be taken back %s', (_, ms, may) => expect(mayRestore(gone, after(ms))).toBe(may));

  test('deleted twice keeps the first moment', () => expect(remove(gone, after(5))).toBe(gone));
  test('taken back is as it was', () => {
    expect(restore(gone, after(5))).toEqual({ ...task({ id: gone.id }), updatedAt: after(5).toISOString() });
  });
});

describe('the matrix: who may edit', () => {
  const request = task({ employee: null });
  const running = task({ status: 'pending', employee: tomas });
  const admin = { role: 'admin', memberId: 'x', customerId: null } as const;
  const manager = { ...admin, role: 'manager' } as const;
  const own = { role: 'employee', memberId: 'e1', customerId: null } as const;
  const colleague = { ...own, memberId: 'e2' };
  const customer = { role: 'customer', memberId: 'x', customerId: 'c1' } as const;
  const stranger = { ...customer, customerId: 'c2' };
  test.each([
    ['an admin', admin, request, true],
    ['a manager', manager, running, true],
    ['its employee', own, running, true],
    ['an employee of none', own, request, false],
    ['another employee', colleague, running, false],
    ['its customer, before it is verified', customer, request, true],
    ['its customer, after', customer, running, false],
    ['another customer', stranger, request, false],
  ] as const)('%s', (_, asker, one, may) => {
    expect(mayEdit(asker, one)).toBe(may);
  });
});

test('an edit says what it changed', () => {
  const before = task();
  expect(editedFields(before, before)).toEqual([]);
  expect(editedFields(before, { ...before, title: 'Clasp', dueOn: null })).toEqual(['title', 'due day']);
});
