import type { Customer } from '#domain/customers/customer.ts';
import { uuidv7 } from '#domain/kernel/ids.ts';
import { isReceived } from '#domain/payments/payment.ts';
import type { Task } from '#domain/tasks/task.ts';
import { type NewPayment, newStoredPayment } from '#functions/payments/stored-payment.ts';
import type { SystemWork } from '#functions/work.ts';

const size = { customers: 100_000, tasks: 20_000, payments: 100_000, employees: 40 };
const start = Date.parse('2025-01-01T00:00:00Z');
const day = 86_400_000;

const first =
  'Ada Bela Carl Dina Emil Frida Greta Hugo Ines Jonas Kari Lucien Mina Nils Olga Per Quentin Rhea Søren Tomas';
const last =
  'Abara Berger Citroen Dahl Ek Falk Grieg Holm Ivers Jensen Krog Lind Moen Nygaard Osei Palm Quist Rask Solberg Vik';
const things = 'ring watch brooch necklace bracelet pendant clasp pearl opal hallmark';
const deeds = 'Resize Restring Engrave Polish Value Repair Clean Solder Insure Sketch';

/** Seeded, so that each run asks the same of the same. */
export function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}
export const pick = (words: string, roll: (sides: number) => number): string => {
  const all = words.split(' ');
  return all[roll(all.length)]!;
};
/** A few come up often, most of them seldom. */
const skewed = (sides: number, roll: (sides: number) => number): number =>
  Math.floor(roll(sides) * (roll(1000) / 1000) ** 2);
const momentAt = (at: number): string => new Date(at).toISOString();

type Who = { id: string; name: string; email: string };

/** Customers with a history, and tasks, written through the product's own stores. */
export async function seedLists(work: SystemWork, log: (line: string) => void): Promise<void> {
  const roll = dice(7);
  const customers = Array.from({ length: size.customers }, (_, n) => customer(n, roll));
  const importId = work.newId();
  await work.customers.addMissing(customers, importId);
  log(`${size.customers} customers`);

  const who: Who[] = customers.map(({ id, name, email }) => ({ id, name, email: email ?? '' }));
  const employees = Array.from({ length: size.employees }, (_, n) => ({
    id: uuidv7(start + n),
    name: `${pick(first, roll)} ${pick(last, roll)}`,
    email: `employee${n}@example.com`,
  }));
  const tasks = Array.from({ length: size.tasks }, (_, n) => task(n, who, employees, roll));
  for (let at = 0; at < tasks.length; at += 50)
    await Promise.all(tasks.slice(at, at + 50).map((one) => work.tasks.add(one)));
  log(`${size.tasks} tasks`);

  const payments = Array.from({ length: size.payments }, (_, n) => payment(n, tasks, who, roll));
  for (let at = 0; at < payments.length; at += 5000)
    await work.payments.addImported(payments.slice(at, at + 5000), importId);
  log(`${size.payments} payments`);
}

function customer(n: number, roll: (sides: number) => number): Omit<Customer, 'version'> {
  const [given, family] = [pick(first, roll), pick(last, roll)];
  return {
    id: uuidv7(start + n),
    name: `${given} ${family} ${n.toString(36)}`,
    email: roll(10) > 0 ? `${given}.${family}.${n}@example.com`.toLowerCase() : null,
    reference: `${100_000 + n}`,
    memberId: roll(50) === 0 ? uuidv7(start + n) : null,
    owner: null,
    place: placeOf(n),
    bornOn: null,
    measures: null,
    createdAt: momentAt(start + n * 1000),
  };
}

function task(n: number, who: Who[], employees: Who[], roll: (sides: number) => number): Omit<Task, 'version'> {
  const at = momentAt(start + n * 60_000);
  const statuses = ['completed', 'completed', 'completed', 'pending', 'in-progress', 'cancelled'] as const;
  return {
    id: uuidv7(start + n),
    title: `${pick(deeds, roll)} a ${pick(things, roll)} ${n}`,
    description: '',
    status: roll(100) === 0 ? 'requested' : statuses[roll(statuses.length)]!,
    dueOn: roll(3) === 0 ? null : momentAt(start + roll(720) * day).slice(0, 10),
    customer: who[skewed(who.length, roll)]!,
    employee: roll(20) === 0 ? null : employees[roll(employees.length)]!,
    createdAt: at,
    updatedAt: momentAt(start + roll(20_000) * 60_000 + n),
    statusAt: at,
    deletedAt: null,
  };
}

/** Of one in ten nobody knows it; the others live in 900 places of as many sizes. */
function placeOf(n: number): Customer['place'] {
  if (n % 10 === 0) return null;
  const townId = 1 + (n % 900);
  return { townId, name: `Town ${townId}`, region: '', country: 'NO', population: 5000 + 1000 * townId };
}

const refundedOf = (status: NewPayment['status'], amount: number): number => {
  if (status === 'refunded') return amount;
  return status === 'partially-refunded' ? Math.floor(amount / 4) : 0;
};

const asker = { id: uuidv7(start), name: 'Ada' };

/** Of two for a task, one; a few are given back, or in another currency. */
function payment(n: number, tasks: Omit<Task, 'version'>[], who: Who[], roll: (sides: number) => number): NewPayment {
  const at = start + roll(700) * day + roll(day);
  const received = (['paid', 'paid', 'paid', 'paid', 'partially-refunded', 'refunded'] as const)[roll(6)]!;
  const open = (['requested', 'pending', 'failed', 'expired', 'processing', 'cancelled'] as const)[roll(6)]!;
  const status = roll(20) > 0 ? (roll(4) > 0 ? 'paid' : received) : open;
  const task = roll(2) === 0 ? tasks[roll(tasks.length)]! : null;
  const amount = 500 + roll(90_000);
  const rate = roll(10) === 0 ? '1.05' : '1';
  const base = { amount: Math.round(amount * Number(rate)), currency: 'USD', rate };
  const refunded = refundedOf(status, amount);
  const paid = {
    method: (['card', 'card', 'imported', 'upi', 'cash', 'terminal'] as const)[roll(6)]!,
    paidOn: momentAt(at).slice(0, 10),
    base,
    refunded,
    counted: status === 'refunded' ? null : Math.round((amount - refunded) * Number(rate)),
    // Long issued: or the feed would issue a hundred thousand while the lists are measured.
    receiptNumber: n + 1,
  };
  return newStoredPayment({
    id: uuidv7(start + n),
    customer: task?.customer ?? who[skewed(who.length, roll)]!,
    task: task && { id: task.id, title: task.title },
    employee: task?.employee ? { id: task.employee.id, name: task.employee.name } : null,
    amount,
    currency: rate === '1' ? 'USD' : 'EUR',
    status,
    createdAt: momentAt(at),
    updatedAt: momentAt(at + roll(day)),
    ...(isReceived({ status }) ? paid : { request: { by: asker, at: momentAt(at), dueOn: null } }),
  });
}
