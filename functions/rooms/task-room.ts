import type { About, Head } from '#domain/rooms/head.ts';
import type { RoomMember } from '#domain/rooms/room.ts';
import type { Task } from '#domain/tasks/task.ts';
import type { Work } from '#functions/work.ts';

type Ground = Pick<Work, 'customers' | 'members'>;

/**
 * A task's room by the word of its task: its customer, its employee, and the leaders who look on. Who stands on the head
 * already is not read again.
 */
export async function aboutTaskRoom(ground: Ground, task: Task, head: Head | null): Promise<About> {
  const parties = (await Promise.all([customerOf(ground, task, head), employeeOf(ground, task, head)])).flatMap(
    (party) => party ?? [],
  );
  const ids = parties.map(({ id }) => id);
  const observers = (head?.members ?? []).filter((member) => member.as === 'observer' && !ids.includes(member.id));
  return { kind: 'task', title: task.title, customerId: task.customer.id, members: [...parties, ...observers] };
}

/** Null while the customer has no account. */
async function customerOf({ customers }: Ground, { customer }: Task, head: Head | null): Promise<RoomMember | null> {
  const known = head?.customerId === customer.id ? head.members.find(({ role }) => role === 'customer') : undefined;
  const id = known ? known.id : (await customers.find(customer.id))?.memberId;
  return id ? { id, name: customer.name, role: 'customer', as: 'member' } : null;
}

async function employeeOf({ members }: Ground, { employee }: Task, head: Head | null): Promise<RoomMember | null> {
  if (!employee) return null;
  const { id, name } = employee;
  const known = head?.members.find((member) => member.id === id) ?? (await members.find(id));
  return known ? { id, name, role: known.role, as: 'member' } : null;
}
