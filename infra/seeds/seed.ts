import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { memberRoutes } from '#domain/members/routes.ts';
import { rateRoutes } from '#domain/rates/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import type { Task } from '#domain/tasks/task.ts';
import type { Stack } from '../local/stack.ts';
import { inviteColleague, openBusiness, signUpCustomer } from '../people/business.ts';
import { importPayments } from '../people/import-payments.ts';
import { rebuilt } from './rebuilt.ts';
import { seedHistory, seedPast } from './seed-history.ts';
import { seedMoney } from './seed-money.ts';
import { small } from './small.ts';

const sizes = ['small', 'large', 'none'];
const cdnow = join(import.meta.dirname, '../fixtures/cdnow_transactions.csv');

type User = { role: string; email: string; password: string };
export type SeededWorkspace = { slug: string; users: User[] };
type Business = (typeof small)[number];

// Printed at every start: it opens nothing but this machine's sample data.
const password = 'sample-data-only';

/** Sample data through the real API, once; the sign-in data stands in `seed.json` for the next start. */
export async function seed({
  dir,
  stack,
  size,
}: {
  dir: string;
  stack: Stack;
  size: string | undefined;
}): Promise<SeededWorkspace[]> {
  const file = join(dir, 'seed.json');
  const before = await readFile(file, 'utf8').then(
    (text) => JSON.parse(text) as { workspaces: SeededWorkspace[] },
    () => null,
  );
  if (before) return before.workspaces;
  if (size !== undefined && !sizes.includes(size)) throw new Error(`--seed ${size}: there are ${sizes.join(', ')}.`);

  const workspaces: SeededWorkspace[] = [];
  if (size !== 'none') {
    console.log('Making sample data.');
    for (const business of small) workspaces.push(await seedBusiness(stack, business));
    if (size === 'large') workspaces.push(await seedLargeShop(stack));
  }
  await writeFile(file, `${JSON.stringify({ workspaces }, null, 2)}\n`);
  return workspaces;
}

async function seedBusiness(stack: Stack, business: Business): Promise<SeededWorkspace> {
  const where = { origin: stack.origin, mailUrl: stack.azure.mail.url };
  const { admin, employees, customers, waiting, rejected, rates, imported, ...opening } = business;
  const { person: lead } = await openBusiness(where, { ...opening, ...admin, password });
  const users: User[] = [{ role: 'admin', email: admin.email, password }];
  for (const rate of rates) await lead.call(rateRoutes.set, { body: { ...rate, from: '2026-01-01' } });
  if (imported > 0) await seedHistory(lead, { customers: imported, timeZone: business.timeZone });

  const staff = [];
  for (const employee of employees) {
    staff.push(await inviteColleague(where, lead, { ...employee, password, role: 'employee' }));
    users.push({ role: 'employee', email: employee.email, password });
  }

  for (const [index, customer] of customers.entries()) {
    const { name, email, task: title, description, status, talk } = customer;
    const joining = { slug: business.slug, name, email, password, task: description || title };
    const { person, me } = await signUpCustomer(where, joining);
    await lead.call(memberRoutes.verify, { params: { memberId: me.member.id } });
    await seedPast(lead, me.member.customerId!, { ...customer, ...opening });
    users.push({ role: 'customer', email, password });

    const { person: employee, me: employeeMe } = staff[index % staff.length]!;
    const employeeId = employeeMe.member.id;
    const assigned = async ({ id: taskId, version }: Task) => {
      const params = { taskId };
      return { params, task: await lead.call(taskRoutes.assign, { params, body: { employeeId, version } }) };
    };
    const welcome = await assigned((await person.call(taskRoutes.list)).items[0]!);
    await employee.call(taskRoutes.changeStatus, {
      params: welcome.params,
      body: { status: 'completed', version: welcome.task.version },
    });
    const { params, task } = await assigned(await person.call(taskRoutes.create, { body: { title, description } }));
    const { version } = task;
    if (status !== 'pending') await employee.call(taskRoutes.changeStatus, { params, body: { status, version } });

    for (const [who, text] of talk) {
      const speaker = who === 'customer' ? person : employee;
      const message = { messageId: crypto.randomUUID(), text };
      await speaker.call(roomRoutes.send, { params: { roomId: task.id }, body: message });
    }
    await seedMoney({ customer: person, employee }, { taskId: task.id, ...business }, customer);
  }

  for (const person of waiting) await signUpCustomer(where, { slug: business.slug, ...person, password });
  for (const { reason, ...person } of rejected) {
    const { me } = await signUpCustomer(where, { slug: business.slug, ...person, password });
    await lead.call(memberRoutes.reject, { params: { memberId: me.member.id }, body: { reason } });
  }
  await rebuilt(lead);
  return { slug: business.slug, users };
}

/** A shop with 23,570 customers: the payment history of CDNOW, brought in as a business would. */
async function seedLargeShop(stack: Stack): Promise<SeededWorkspace> {
  const where = { origin: stack.origin, mailUrl: stack.azure.mail.url };
  const email = 'lena@large-shop.example';
  const opening = { businessName: 'A large shop', slug: 'large-shop', currency: 'USD', timeZone: 'America/New_York' };
  const { person } = await openBusiness(where, { ...opening, name: 'Lena Moss', email, password });
  console.log('Importing the history of 23,570 customers.');
  await importPayments(person, { name: 'cdnow_transactions.csv', csv: await readFile(cdnow, 'utf8') });
  return { slug: opening.slug, users: [{ role: 'admin', email, password }] };
}
