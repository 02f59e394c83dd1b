import { accountRoutes } from '#domain/accounts/routes.ts';
import { codeFor, Person } from '#infra/people/person.ts';

export type Where = { origin: string; mailUrl: string; settings: Record<string, string> };
type Joining = { slug: string; email: string; isKnown: boolean };

export const password = 'correct horse battery';

/** By the form; who has an account already signs in at the business's address instead. */
export async function joinBusiness({ origin, mailUrl }: Where, { slug, email, isKnown }: Joining): Promise<Person> {
  const person = new Person(origin);
  if (isKnown) {
    await person.call(accountRoutes.signIn, { body: { email, password, slug } });
    return person;
  }
  const { ticket } = await person.call(accountRoutes.signUp, {
    body: { slug, name: 'Somebody', email, password, age: 30, role: 'customer' },
  });
  await person.call(accountRoutes.prove, { body: { ticket, code: await codeFor(mailUrl, email) } });
  return person;
}
