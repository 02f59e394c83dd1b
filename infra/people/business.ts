import type { Role } from '#domain/kernel/access.ts';
import { accountRoutes } from '#domain/accounts/routes.ts';
import type { Me } from '#domain/members/member.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { codeFor, invitationFor, Person } from './person.ts';

type Where = { origin: string; mailUrl: string };
type Opening = {
  businessName: string;
  slug: string;
  currency: string;
  timeZone: string;
  name: string;
  email: string;
  password: string;
};
type Joining = { slug: string; name: string; email: string; password: string; task: string; description?: string };

/** Opens a business as its admin would: the form, the code of the mail, and in. */
export async function openBusiness({ origin, mailUrl }: Where, opening: Opening): Promise<{ person: Person; me: Me }> {
  const person = new Person(origin);
  const { ticket } = await person.call(accountRoutes.openBusiness, { body: { ...opening, age: 41 } });
  const me = await person.call(accountRoutes.prove, {
    body: { ticket, code: await codeFor(mailUrl, opening.email) },
  });
  return { person, me };
}

/** A customer at the business's address, up to the waiting page. */
export async function signUpCustomer(
  { origin, mailUrl }: Where,
  joining: Joining,
): Promise<{ person: Person; me: Me }> {
  const { slug, name, email, password, task, description = '' } = joining;
  const person = new Person(origin);
  const { ticket } = await person.call(accountRoutes.signUp, {
    body: { slug, name, email, password, age: 34, role: 'customer' },
  });
  await person.call(accountRoutes.prove, { body: { ticket, code: await codeFor(mailUrl, email) } });
  const me = await person.call(memberRoutes.completeProfile, {
    body: { task: [task, description].filter(Boolean).join('\n') },
  });
  return { person, me };
}

/** A colleague by the link of the invitation. */
export async function inviteColleague(
  { origin, mailUrl }: Where,
  admin: Person,
  colleague: { name: string; email: string; password: string; role: Exclude<Role, 'customer'> },
): Promise<{ person: Person; me: Me }> {
  const { name, email, password, role } = colleague;
  await admin.call(memberRoutes.invite, { body: { email, role } });
  const person = new Person(origin);
  const token = await invitationFor(mailUrl, email);
  const answer = await person.call(memberRoutes.acceptInvitation, { body: { token, name, age: 29, password } });
  if (answer.step !== 'in') throw new Error('A second factor is asked for');
  return { person, me: answer.me };
}
