import type { Load, Member } from '#domain/members/member.ts';
import type { Work } from '#functions/work.ts';

type Ground = Pick<Work, 'tasks' | 'customers'>;
type Counted = { tasks: number; people: Set<string> };

/**
 * Tasks and counterparts of the members of one page, by two queries for all of them. They are not kept on the member:
 * each task would then write two members, and every edit of one would meet a version that a task has moved.
 */
export async function withLoads<M extends Pick<Member, 'id' | 'customerId'>>(
  { tasks, customers }: Ground,
  members: readonly M[],
): Promise<(M & Load)[]> {
  if (members.length === 0) return [];
  const memberIds = members.map(({ id }) => id);
  const customerIds = members.flatMap(({ customerId }) => customerId ?? []);
  const [pairs, owners] = await Promise.all([
    tasks.pairsOf({ employeeIds: memberIds, customerIds }),
    customers.ownersOf({ ownerIds: memberIds, customerIds }),
  ]);

  const counted = new Map<string, Counted>(
    [...memberIds, ...customerIds].map((id) => [id, { tasks: 0, people: new Set() }]),
  );
  const meet = (one: string | null, other: string | null, isTask: boolean): void => {
    const found = one === null ? undefined : counted.get(one);
    if (!found) return;
    if (isTask) found.tasks += 1;
    if (other !== null) found.people.add(other);
  };
  const meetBoth = (employeeId: string | null, customerId: string, isTask: boolean): void => {
    meet(employeeId, customerId, isTask);
    meet(customerId, employeeId, isTask);
  };
  for (const { employeeId, customerId } of pairs) meetBoth(employeeId, customerId, true);
  for (const { ownerId, customerId } of owners) meetBoth(ownerId, customerId, false);

  return members.map((member) => ({ ...member, ...loadOf(counted, member) }));
}

/** Somebody who was a customer and works here now has both kinds. */
function loadOf(counted: ReadonlyMap<string, Counted>, { id, customerId }: Pick<Member, 'id' | 'customerId'>): Load {
  const sides = [counted.get(id), customerId === null ? undefined : counted.get(customerId)];
  return {
    tasksAssigned: sides.reduce((sum, side) => sum + (side?.tasks ?? 0), 0),
    assignedPeople: new Set(sides.flatMap((side) => [...(side?.people ?? [])])).size,
  };
}
