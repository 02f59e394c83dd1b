import type { Customer } from '#domain/customers/customer.ts';
import { staff } from '#domain/kernel/access.ts';
import { problems } from '#domain/kernel/problem.ts';
import type { Work } from '#functions/work.ts';

/** The customer is this employee's from now on, whoever's they were. */
export async function assignCustomer(work: Work, customerId: string, memberId: string): Promise<Customer> {
  const { customers, members } = work;
  const [customer, member] = await Promise.all([customers.get(customerId), members.find(memberId)]);
  if (!member || member.deletedAt !== null) throw problems.notFound('The employee');
  if (!staff.some((role) => role === member.role) || member.status !== 'verified')
    throw problems.conflict('A customer can be assigned to verified staff only.');
  if (customer.owner?.id === memberId) return customer;

  const assigned = await customers.setOwner(customerId, { id: memberId, name: member.name });
  await told(work, { action: 'customer-assigned', customer, detail: { to: member.name } });
  return assigned;
}

export async function unassignCustomer(work: Work, customerId: string): Promise<Customer> {
  const customer = await work.customers.get(customerId);
  if (!customer.owner) return customer;
  const unassigned = await work.customers.setOwner(customerId, null);
  await told(work, { action: 'customer-unassigned', customer, detail: { from: customer.owner.name } });
  return unassigned;
}

type Told = {
  action: 'customer-assigned' | 'customer-unassigned';
  customer: Customer;
  detail: { to: string } | { from: string };
};

async function told({ audit, live, caller, address }: Work, { action, customer, detail }: Told): Promise<void> {
  await audit.add({
    action,
    by: { memberId: caller.memberId, name: caller.name },
    on: { kind: 'customer', id: customer.id, name: customer.name },
    detail,
    address,
  });
  await live.toStaff({ kind: 'members.changed' });
}
