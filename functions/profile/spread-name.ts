import type { Customer } from '#domain/customers/customer.ts';
import type { Member } from '#domain/members/member.ts';
import type { SystemWork } from '#functions/work.ts';
import { renameInOpenTasks } from './rename-in-tasks.ts';

type Ground = Pick<SystemWork, 'customers' | 'tasks' | 'live'>;

/**
 * After a member's name or e-mail address was changed: the customer record, the customers assigned to the person and the
 * open tasks follow. Payments and messages keep the name they were made under. Safe to repeat: it writes what is wrong.
 */
export async function spreadName(ground: Ground, { id, customerId, name, email }: Member): Promise<void> {
  if (customerId !== null) await ground.customers.setPerson(customerId, { name, email, memberId: id });
  await setOwnerOfTheirs(ground, id, { id, name });
  const ids = customerId === null ? [id] : [id, customerId];
  await renameInOpenTasks(
    ground,
    ids.map((one) => ({ id: one, name, email })),
  );
  await ground.live.toWorkspace({ kind: 'member.changed', memberId: id });
}

/** On every customer that is assigned to a member. Read to the end before anything is written. */
export async function setOwnerOfTheirs(
  { customers }: Pick<Ground, 'customers'>,
  memberId: string,
  owner: Customer['owner'],
): Promise<void> {
  const wrong: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await customers.list({ ownerId: memberId, cursor, limit: 200 });
    wrong.push(...page.items.filter((customer) => customer.owner?.name !== owner?.name).map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  for (const customerId of wrong) await customers.setOwner(customerId, owner);
}
