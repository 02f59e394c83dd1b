import type { Task } from '#domain/tasks/task.ts';

/** Where a task goes: an employee’s id, or back to those nobody has. */
export type Place = string;
export const available: Place = 'available';

/** What was moved and is not saved. `failed`: why the last save did not take it. */
export type Move = { task: Task; to: Place; failed: string | null };
export type Plan = ReadonlyMap<string, Move>;

export const emptyPlan: Plan = new Map();

export const placeOf = ({ employee }: Pick<Task, 'employee'>): Place => employee?.id ?? available;

/** Back to where it was is no change. */
export function moved(plan: Plan, task: Task, to: Place): Plan {
  const next = new Map(plan);
  if (placeOf(task) === to) next.delete(task.id);
  else next.set(task.id, { task, to, failed: null });
  return next;
}

/** What stands at a place while nothing is saved: what the server has there, less what went, with what came on top. */
export function standingAt(plan: Plan, place: Place, stored: readonly Task[]): Task[] {
  const here = stored.filter(({ id }) => !plan.has(id));
  const came = [...plan.values()].filter(({ to }) => to === place).map(({ task }) => task);
  return [...came, ...here];
}

/** How many more or fewer stand at a place than the server has there. */
export function shiftAt(plan: Plan, place: Place): number {
  let shift = 0;
  for (const { task, to } of plan.values()) {
    if (to === place) shift += 1;
    if (placeOf(task) === place) shift -= 1;
  }
  return shift;
}

export type Mark = 'Assigned' | 'Pending Save' | 'Changed';

/** What a card says of itself: as stored, newly given, or given to somebody else than before. */
export function markOf(plan: Plan, task: Task): Mark | null {
  const move = plan.get(task.id);
  if (!move) return task.employee ? 'Assigned' : null;
  return task.employee ? 'Changed' : 'Pending Save';
}

/** Why the server refused a move, and the task as it stands now. */
export type Refusal = { why: string; task: Task };
export type Refusals = ReadonlyMap<string, Refusal>;

/** What was saved is gone from the plan; what was not stands with its reason, unless somebody else did the same. */
export function afterSave(plan: Plan, refusals: Refusals): Plan {
  return new Map(
    [...plan].flatMap(([id, move]) => {
      const refusal = refusals.get(id);
      if (!refusal || placeOf(refusal.task) === move.to) return [];
      return [[id, { ...move, task: refusal.task, failed: refusal.why }] as const];
    }),
  );
}
