import { createHash } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { accountRoutes } from '#domain/accounts/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { codeFor, Person } from '#infra/people/person.ts';
import { joinBusiness, password } from './join-business.ts';
import { asking, fresh, type Make } from './making.ts';
import type { Business } from './two-businesses.ts';

const signUpForm = (slug: string) => ({
  slug,
  name: 'Dipika Sarraf',
  email: fresh('visitor'),
  age: 34,
  role: 'customer' as const,
  password,
});

async function pendingSignUp({ where, ids }: Business): Promise<{ ticket: string; email: string }> {
  const body = signUpForm(ids.slug);
  const { ticket } = await new Person(where.origin).call(accountRoutes.signUp, { body });
  return { ticket, email: body.email };
}

const customerEmail = async ({ people }: Business): Promise<string> =>
  (await people.customer.call(memberRoutes.me)).member.email;

/** What a code of the e-mail was asked for, by somebody who signed up for it: a reset ends every session. */
async function codeProof(
  { where, ids: { slug } }: Business,
  ask: typeof accountRoutes.askSignInCode | typeof accountRoutes.askReset,
): Promise<{ ticket: string; code: string }> {
  const email = fresh('proving');
  await joinBusiness(where, { slug, email, isKnown: false });
  const { ticket } = await new Person(where.origin).call(ask, { body: { email } });
  return { ticket, code: await codeFor(where.mailUrl, email) };
}

/** A code may be asked for again after 100 seconds: this sign-up is made to look that old. */
async function oldSignUp(business: Business): Promise<string> {
  const { ticket } = await pendingSignUp(business);
  const key = `p|${createHash('sha256').update(ticket).digest('base64url')}`;
  const accounts = new CosmosClient(business.where.settings['COSMOS']!).database('crm').container('accounts');
  const sentAt = new Date(Date.now() - 200_000).toISOString();
  await accounts.item(key, key).patch([{ op: 'set', path: '/sentAt', value: sentAt }]);
  return ticket;
}

/** The accepted requests of the routes about the ways in and their rules. */
export const accountRequests: Record<string, Make> = {
  'workspaces-change-sign-in-rules': asking(() => ({
    secondFactorFor: 'nobody',
    microsoftTenants: [crypto.randomUUID()],
  })),
  'accounts-sign-up': asking(({ ids }) => signUpForm(ids.slug)),
  'accounts-open-business': asking(() => ({
    businessName: 'Oslo Gold & Silver',
    slug: `shop-${crypto.randomUUID().slice(0, 13)}`,
    currency: 'NOK',
    timeZone: 'Europe/Oslo',
    name: 'Ada Holm',
    email: fresh('owner'),
    age: 41,
    password,
  })),
  'accounts-resend-code': asking(async (business) => ({ ticket: await oldSignUp(business) })),
  'accounts-prove': asking(async (business) => {
    const { ticket, email } = await pendingSignUp(business);
    return { ticket, code: await codeFor(business.where.mailUrl, email) };
  }),
  'accounts-sign-in': asking(async ({ people, ids }) => {
    const { email } = (await people.customer.call(memberRoutes.me)).member;
    return { email, password, slug: ids.slug };
  }),
  'accounts-ask-sign-in-code': asking(async (business) => ({ email: await customerEmail(business) })),
  'accounts-prove-sign-in-code': asking((business) => codeProof(business, accountRoutes.askSignInCode)),
  'accounts-ask-reset': asking(async (business) => ({ email: await customerEmail(business) })),
  'accounts-prove-reset': asking(async (business) => ({
    ...(await codeProof(business, accountRoutes.askReset)),
    password: `${password} staple`,
  })),
  'accounts-change-password': async ({ where, ids: { slug } }) => ({
    person: await joinBusiness(where, { slug, email: fresh('changing'), isKnown: false }),
    sent: { body: { current: password, password: `${password} staple` } },
  }),
  'accounts-sign-out': async ({ where, ids: { slug } }) => ({
    person: await joinBusiness(where, { slug, email: fresh('leaving'), isKnown: false }),
    sent: {},
  }),
};
