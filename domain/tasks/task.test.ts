import { describe, expect, test } from 'vitest';
import { assign, changeStatus, isOverdue, mayReadTask, type Task, type TaskStatus } from './task.ts';

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
