import { inject } from 'vitest';
import { accountRoutes } from '#domain/accounts/routes.ts';
import type { Role } from '#domain/kernel/access.ts';
import { importRoutes } from '#domain/imports/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { paymentRoutes } from '#domain/payments/routes.ts';
import { roomRoutes } from '#domain/rooms/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { codeFor, invitationFor, Person } from '#infra/people/person.ts';
import { inviteColleague, openBusiness } from '#infra/people/business.ts';

const password = 'correct horse battery';

/** Every id that a path can hold, of one business. A path with another name needs a line here. */
export type Ids = Record<
  'slug' | 'taskId' | 'roomId' | 'memberId' | 'paymentId' | 'customerId' | 'importId' | 'token',
  string
>;
export type Business = { marker: string; people: Record<Role, Person>; unverified: Person; ids: Ids };

/**
 * Two businesses whose manager, employee and customer have the same e-mail addresses in both, each with a task, a
 * message, a payment and an import that carry the business's own marker.
 */
export async function twoBusinesses(): Promise<[Business, Business]> {
  const run = crypto.randomUUID().slice(0, 8);
  const first = await business(run, 'a');
  return [first, await business(run, 'b')];
}

async function business(run: string, letter: 'a' | 'b'): Promise<Business> {
  const where = { origin: inject('origin'), mailUrl: inject('mailUrl') };
  const marker = `marker-${letter}-${run}`;
  const slug = `shop-${letter}-${run}`;
  const mail = (who: string) => `${who}-${run}@example.com`;

  const { person: admin } = await openBusiness(where, {
    businessName: marker,
    slug,
    currency: 'USD',
    timeZone: 'Europe/Oslo',
    name: 'An admin',
    email: mail(`admin-${letter}`),
    password,
  });
  const { person: manager } = await inviteColleague(where, admin, {
    name: 'A manager',
    email: mail('manager'),
    password,
    role: 'manager',
  });
  const { person: employee, me: employeeMe } = await inviteColleague(where, admin, {
    name: 'An employee',
    email: mail('employee'),
    password,
    role: 'employee',
  });

  const customer = await join(where, slug, mail('customer'), letter);
  const me = await customer.call(memberRoutes.completeProfile, { body: { task: marker, age: 30, role: 'customer' } });
  await admin.call(memberRoutes.verify, { params: { memberId: me.member.id } });
  const unverified = await join(where, slug, mail('waiting'), letter);

  const { items } = await customer.call(taskRoutes.list);
  const taskId = items[0]!.id;
  const { version } = items[0]!;
  await admin.call(taskRoutes.assign, { params: { taskId }, body: { employeeId: employeeMe.member.id, version } });
  await customer.call(roomRoutes.send, {
    params: { roomId: taskId },
    body: { messageId: crypto.randomUUID(), text: marker },
  });
  const draft = { taskId, amount: 10_000, currency: 'USD', attemptId: crypto.randomUUID() };
  const { paymentId } = await customer.call(paymentRoutes.checkout, { body: draft });
  const file = new Blob([`customer,date,amount\n${marker},2026-01-02,10.00\n`], { type: 'text/csv' });
  const { id: importId } = await admin.call(importRoutes.start, { file, fileName: `${marker}.csv` });
  const invited = mail(`invited-${letter}`);
  await admin.call(memberRoutes.invite, { body: { email: invited, role: 'employee' } });

  return {
    marker,
    people: { admin, manager, employee, customer },
    unverified,
    ids: {
      slug,
      taskId,
      roomId: taskId,
      memberId: me.member.id,
      paymentId,
      customerId: me.member.customerId!,
      importId,
      token: await invitationFor(where.mailUrl, invited),
    },
  };
}

/** The first time by the form; in the second business by signing in at its address, because the account is there. */
async function join(
  { origin, mailUrl }: { origin: string; mailUrl: string },
  slug: string,
  email: string,
  letter: 'a' | 'b',
): Promise<Person> {
  const person = new Person(origin);
  if (letter === 'b') {
    await person.call(accountRoutes.signIn, { body: { email, password, slug } });
    return person;
  }
  const { signUpId } = await person.call(accountRoutes.signUp, {
    body: { slug, name: 'Somebody', email, password, age: 30, role: 'customer' },
  });
  await person.call(accountRoutes.prove, { body: { signUpId, code: await codeFor(mailUrl, email) } });
  return person;
}
