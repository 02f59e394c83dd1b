import { describe, expect, test } from 'vitest';
import type { Task } from '#domain/tasks/task.ts';
import { make } from '#web/testing/make.ts';
import { afterSave, emptyPlan, markOf, moved, shiftAt, standingAt } from './plan.ts';

const rhea = { id: crypto.randomUUID(), name: 'Rhea', email: 'rhea@example.com' };
const tomas = { id: crypto.randomUUID(), name: 'Tomas', email: 'tomas@example.com' };
const free = (): Task => make.task();
const of = (employee: typeof rhea): Task => make.task({ employee });

describe('what is moved and not saved', () => {
  test('stands at its new place, on top, and no longer at the old one', () => {
    const [task, other] = [free(), of(rhea)];
    const plan = moved(emptyPlan, task, rhea.id);
    expect(standingAt(plan, 'available', [task])).toEqual([]);
    expect(standingAt(plan, rhea.id, [other])).toEqual([task, other]);
  });

  test('and moved back is no change', () => {
    const task = of(rhea);
    const plan = moved(moved(emptyPlan, task, tomas.id), task, rhea.id);
    expect(plan.size).toBe(0);
  });

  test('W21 may go back to the available ones', () => {
    const task = of(rhea);
    const plan = moved(emptyPlan, task, 'available');
    expect([shiftAt(plan, 'available'), shiftAt(plan, rhea.id), shiftAt(plan, tomas.id)]).toEqual([1, -1, 0]);
  });

  test('says what it is', () => {
    const [unassigned, assigned] = [free(), of(rhea)];
    const plan = moved(moved(emptyPlan, unassigned, rhea.id), assigned, tomas.id);
    expect([free(), of(rhea), unassigned, assigned].map((task) => markOf(plan, task))).toEqual([
      null,
      'Assigned',
      'Pending Save',
      'Changed',
    ]);
  });
});

describe('W21 what the server refused', () => {
  const why = 'The task was changed by somebody else';

  test('stays in the plan with its reason and the task as it stands now; the rest is done', () => {
    const [good, bad] = [free(), free()];
    const now = { ...bad, version: '"2"' };
    const plan = moved(moved(emptyPlan, good, rhea.id), bad, rhea.id);
    const next = afterSave(plan, new Map([[bad.id, { why, task: now }]]));
    expect([...next.values()]).toEqual([{ task: now, to: rhea.id, failed: why }]);
  });

  test('is done when somebody else has done the same', () => {
    const task = free();
    const refusals = new Map([[task.id, { why, task: { ...task, employee: rhea } }]]);
    expect(afterSave(moved(emptyPlan, task, rhea.id), refusals).size).toBe(0);
  });
});
