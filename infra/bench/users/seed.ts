import { uuidv7 } from '#domain/kernel/ids.ts';
import { admit, type Member, newcomer, submitProfile } from '#domain/members/member.ts';
import type { SystemWork } from '#functions/work.ts';
import { dice, pick } from '../lists/seed.ts';

export const users = 4400;
const employees = 40;
const tasksEach = 1;
const start = Date.parse('2025-01-01T00:00:00Z');

const first =
  'Ada Bela Carl Dina Emil Frida Greta Hugo Ines Jonas Kari Lucien Mina Nils Olga Per Quentin Rhea Søren Tomas';
const last =
  'Abara Berger Citroen Dahl Ek Falk Grieg Holm Ivers Jensen Krog Lind Moen Nygaard Osei Palm Quist Rask Solberg Vik';

/** Users written through the product's own stores: employees, and customers who wait, each with a task. */
export async function seedUsers(work: SystemWork): Promise<void> {
  const roll = dice(11);
  const people = Array.from({ length: users }, (_, n) => person(n, roll));
  const staff = people.slice(0, employees);
  await inTurns(people, (one) => work.members.add(one));
  const customers = people.slice(employees);
  await work.customers.addMissing(
    customers.map(({ id, customerId, name, email, createdAt }) => ({
      id: customerId!,
      name,
      email,
      reference: null,
      memberId: id,
      owner: null,
      place: null,
      bornOn: null,
      measures: null,
      createdAt,
    })),
  );
  const tasks = customers.flatMap((customer) =>
    Array.from({ length: tasksEach }, () => task(customer, staff[roll(employees)]!)),
  );
  await inTurns(tasks, (one) => work.tasks.add(one));
}

async function inTurns<T>(all: readonly T[], add: (one: T) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < all.length; at += 50) await Promise.all(all.slice(at, at + 50).map(add));
}

function person(n: number, roll: (sides: number) => number): Omit<Member, 'version'> {
  const at = new Date(start + n * 60_000);
  const [given, family] = [pick(first, roll), pick(last, roll)];
  const isEmployee = n < employees;
  const one = newcomer(
    {
      id: uuidv7(at.getTime()),
      accountId: uuidv7(at.getTime()),
      name: `${given} ${family} ${n.toString(36)}`,
      email: `${given}.${family}.${n}@example.com`.toLowerCase(),
      age: 16 + roll(70),
      role: isEmployee ? 'employee' : 'customer',
      joinedBy: (['password', 'google', 'invitation'] as const)[roll(3)]!,
    },
    at,
  );
  if (isEmployee) return admit(one, 'employee', at);
  const { version: _, ...submitted } = submitProfile({ ...one, version: '' }, { task: 'A ring' }, at);
  return { ...submitted, customerId: uuidv7(at.getTime()) };
}

const task = (customer: Omit<Member, 'version'>, employee: Omit<Member, 'version'>) => ({
  id: uuidv7(Date.parse(customer.createdAt)),
  title: 'Welcome Task',
  description: 'A ring',
  status: 'pending' as const,
  dueOn: null,
  customer: { id: customer.customerId!, name: customer.name, email: customer.email },
  employee: { id: employee.id, name: employee.name, email: employee.email },
  createdAt: customer.createdAt,
  updatedAt: customer.createdAt,
  statusAt: customer.createdAt,
  deletedAt: null,
});
