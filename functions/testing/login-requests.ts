import type { OauthProvider } from '#domain/logins/login.ts';
import { loginRoutes } from '#domain/logins/routes.ts';
import { workspaceRoutes } from '#domain/workspaces/routes.ts';
import { atCompany, returnIn } from '#functions/logins/testing/at-company.ts';
import { idTokenAt } from '#functions/logins/testing/at-microsoft.ts';
import { openBusiness } from '#infra/people/business.ts';
import { codeFor, Person } from '#infra/people/person.ts';
import { joinBusiness, password, type Where } from './join-business.ts';
import type { Accepted } from './making.ts';
import type { Business } from './two-businesses.ts';

type Make = (business: Business) => Promise<Accepted>;

const newEmail = (): string => `connected-${crypto.randomUUID()}@example.com`;
const google = { provider: 'google' } as const;

const newPerson = ({ where, ids: { slug } }: Business): Promise<Person> =>
  joinBusiness(where, { slug, email: newEmail(), isKnown: false });

/** Somebody the company has just sent back. */
async function sentBack({ where, ids: { slug } }: Business, provider: OauthProvider) {
  const person = new Person(where.origin);
  const { url } = await person.call(loginRoutes.start, { params: { provider }, body: { slug } });
  return { person, body: returnIn(await atCompany(url, { email: newEmail(), name: 'Dipika Sarraf' })) };
}

/** Somebody whose company vouches for no address. */
async function withoutAddress(business: Business): Promise<Person> {
  const { person, body } = await sentBack(business, 'facebook');
  await person.call(loginRoutes.finish, { params: { provider: 'facebook' }, body });
  return person;
}

async function connected(business: Business): Promise<Person> {
  const person = await newPerson(business);
  const { url } = await person.call(loginRoutes.link, { params: google });
  const body = returnIn(await atCompany(url, { email: newEmail() }));
  await person.call(loginRoutes.finish, { params: google, body });
  return person;
}

const account = () => ({ email: newEmail(), tenant: crypto.randomUUID() });

/** The admin of a business of its own that allows the directory of a Microsoft account. */
async function adminWithDirectory(where: Where, { tenant }: { tenant: string }): Promise<Person> {
  const { person } = await openBusiness(where, {
    businessName: 'Oslo Gold & Silver',
    slug: `shop-${crypto.randomUUID().slice(0, 13)}`,
    currency: 'NOK',
    timeZone: 'Europe/Oslo',
    name: 'Ada Holm',
    email: newEmail(),
    password,
  });
  await person.call(workspaceRoutes.changeSignInRules, { body: { microsoftTenants: [tenant] } });
  return person;
}

/** The accepted requests of the routes about other companies' accounts. */
export const loginRequests: Record<string, Make> = {
  'logins-start': async ({ where, ids: { slug } }) => ({
    person: new Person(where.origin),
    sent: { params: google, body: { slug, next: '/portal' } },
  }),

  'logins-finish': async (business) => {
    const { person, body } = await sentBack(business, 'google');
    return { person, sent: { params: google, body } };
  },

  'logins-ask-code': async (business) => ({
    person: await withoutAddress(business),
    sent: { body: { email: newEmail() } },
  }),

  'logins-prove': async (business) => {
    const person = await withoutAddress(business);
    const email = newEmail();
    const { ticket } = await person.call(loginRoutes.askCode, { body: { email } });
    return { person, sent: { body: { ticket, code: await codeFor(business.where.mailUrl, email) } } };
  },

  'logins-start-microsoft': async ({ where, ids: { slug } }) => ({
    person: new Person(where.origin),
    sent: { body: { slug } },
  }),

  'logins-finish-microsoft': async ({ where }) => {
    const theirs = account();
    const admin = await adminWithDirectory(where, theirs);
    const linking = await idTokenAt(await admin.call(loginRoutes.linkMicrosoft), theirs);
    await admin.call(loginRoutes.finishMicrosoft, { body: { idToken: linking } });

    const person = new Person(where.origin);
    const idToken = await idTokenAt(await person.call(loginRoutes.startMicrosoft, { body: {} }), theirs);
    return { person, sent: { body: { idToken } } };
  },

  'logins-link': async (business) => ({ person: await newPerson(business), sent: { params: google } }),

  'logins-link-microsoft': async ({ where }) => ({
    person: await adminWithDirectory(where, account()),
    sent: {},
  }),

  'logins-unlink': async (business) => ({ person: await connected(business), sent: { params: google } }),
};
