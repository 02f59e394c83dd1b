import { createHash } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { accountRoutes } from '#domain/accounts/routes.ts';
import type { everyRoute } from '#domain/contract.ts';
import { rolesWith } from '#domain/kernel/rights.ts';
import type { Route } from '#domain/kernel/route.ts';
import { isAtWork } from '#domain/imports/import.ts';
import { importRoutes } from '#domain/imports/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { sessionRoutes } from '#domain/sessions/routes.ts';
import { comesTo } from '#infra/people/import-payments.ts';
import { codeFor, invitationFor, mailTo, Person } from '#infra/people/person.ts';
import { customerRequests } from './customer-requests.ts';
import { exportRequests } from './export-requests.ts';
import { factorRequests } from './factor-requests.ts';
import { fileRequests } from './file-requests.ts';
import { joinBusiness, password } from './join-business.ts';
import { loginRequests } from './login-requests.ts';
import { notificationRequests } from './notification-requests.ts';
import { paymentRequests } from './payment-requests.ts';
import { presenceRequests } from './presence-requests.ts';
import { receiptRequests } from './receipt-requests.ts';
import { reportRequests } from './report-requests.ts';
import { roomRequests } from './room-requests.ts';
import { segmentRequests } from './segment-requests.ts';
import { staffPaymentRequests } from './staff-payment-requests.ts';
import { stripeAccountRequests } from './stripe-account-requests.ts';
import { taskRequests } from './task-requests.ts';
import { aPhoto } from './a-photo.ts';
import type { Business, Ids } from './two-businesses.ts';

type Named = (typeof everyRoute)[number];
export type Sent = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: object; file?: Blob };
/** `headers` beside those every browser sends. */
export type Accepted = { person: Person; sent: Sent; headers?: Record<string, string> };

const fresh = (who: string): string => `${who}-${crypto.randomUUID()}@example.com`;

/** Somebody who may call it, as far as roles go. */
export function whoMay(route: Route, { people, where }: Business): Person {
  if (route.access === 'public') return new Person(where.origin);
  return people[route.access === 'signed-in' ? 'admin' : rolesWith(route.access)[0]!];
}

export const paramsOf = (route: Route, ids: Partial<Ids>): Record<string, string> =>
  Object.fromEntries(
    Object.keys(route.params?.shape ?? {}).map((name) => {
      const id = ids[name as keyof Ids];
      if (!id) throw new Error(`Path parameter ${name} has no example in two-businesses.ts`);
      return [name, id];
    }),
  );

/** A request the API says yes to. A route that only reads needs no line here; one that does something does. */
export async function acceptedRequest({ name, route }: Named, business: Business): Promise<Accepted> {
  const special = accepted[name];
  if (special) return special(business, route);
  if (route.method !== 'GET') throw new Error(`${name} has no accepted request in functions/testing/requests.ts`);
  return { person: whoMay(route, business), sent: { params: paramsOf(route, business.ids) } };
}

type Make = (business: Business, route: Route) => Promise<Accepted>;

const asking =
  (body: (business: Business) => Promise<object> | object): Make =>
  async (business, route) => ({
    person: whoMay(route, business),
    sent: { params: paramsOf(route, business.ids), body: await body(business) },
  });
const plain: Make = async (business, route) => ({
  person: whoMay(route, business),
  sent: { params: paramsOf(route, business.ids) },
});

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

/** Only one import of a business moves at a time. */
async function importsAtRest(admin: Person): Promise<void> {
  const until = Date.now() + 20_000;
  while ((await admin.call(importRoutes.list)).items.some(isAtWork)) {
    if (Date.now() > until) throw new Error('The imports do not come to rest');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const history = 'customer,date,amount\nAda,2026-01-02,10.00\n';

const checkedImports = new WeakMap<Business, Map<string, Promise<string>>>();

/** One for each purpose: it takes a while until a file is checked. */
function checkedImport(business: Business, purpose: string): Promise<string> {
  const made = checkedImports.get(business) ?? new Map<string, Promise<string>>();
  checkedImports.set(business, made);
  const check = async () => {
    const file = new Blob([history], { type: 'text/csv' });
    const { id } = await business.people.admin.call(importRoutes.start, { file });
    return (await comesTo(business.people.admin, id, 'checked')).id;
  };
  const found = made.get(purpose) ?? check();
  made.set(purpose, found);
  return found;
}

/** The member id of somebody who has just signed up. */
async function newcomerTo({ where, ids: { slug } }: Business): Promise<string> {
  const person = await joinBusiness(where, { slug, email: fresh('newcomer'), isKnown: false });
  return (await person.call(memberRoutes.me)).member.id;
}

const onNewcomer =
  (body?: object): Make =>
  async (business) => ({
    person: business.people.admin,
    sent: { params: { memberId: await newcomerTo(business) }, ...(body && { body }) },
  });

async function tokenFor({ mailUrl }: Business['where'], admin: Person): Promise<string> {
  const email = fresh('colleague');
  await admin.call(memberRoutes.invite, { body: { email, role: 'employee' } });
  return invitationFor(mailUrl, email);
}

const accepted: Record<string, Make> = {
  ...customerRequests,
  ...exportRequests,
  ...factorRequests,
  ...fileRequests,
  ...loginRequests,
  ...notificationRequests,
  ...paymentRequests,
  ...presenceRequests,
  ...receiptRequests,
  ...reportRequests,
  ...roomRequests,
  ...segmentRequests,
  ...staffPaymentRequests,
  ...stripeAccountRequests,
  ...taskRequests,
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
  'members-complete-profile': async ({ where, ids: { slug } }) => ({
    person: await joinBusiness(where, { slug, email: fresh('newcomer'), isKnown: false }),
    sent: { body: { task: 'Ring resize, N to P.\nBy Friday.', role: 'customer', age: 30 } },
  }),
  'members-add': asking(() => ({ name: 'Ida Vik', age: 29, email: fresh('added'), role: 'employee', password })),
  'members-change': async (business) => {
    const memberId = await newcomerTo(business);
    const { version } = await business.people.admin.call(memberRoutes.get, { params: { memberId } });
    const body = {
      version,
      name: 'Ida Vik',
      age: 29,
      role: 'employee',
      capabilities: ['canWorkLeads'],
      verified: true,
    };
    return { person: business.people.admin, sent: { params: { memberId }, body } };
  },
  'members-verify': plain,
  'members-reject': onNewcomer({ reason: 'We do not know you.' }),
  'members-suspend': onNewcomer({ reason: 'A bill is open.' }),
  'members-resume': onNewcomer(),
  'members-delete': onNewcomer(),
  'members-restore': onNewcomer(),
  'members-ask-email': async ({ where, ids: { slug } }) => {
    const person = await joinBusiness(where, { slug, email: fresh('moving'), isKnown: false });
    const memberId = (await person.call(memberRoutes.me)).member.id;
    return { person, sent: { params: { memberId }, body: { email: fresh('moved') } } };
  },
  'members-confirm-email': async ({ where, ids: { slug } }) => {
    const person = await joinBusiness(where, { slug, email: fresh('moving'), isKnown: false });
    const memberId = (await person.call(memberRoutes.me)).member.id;
    const email = fresh('moved');
    await person.call(memberRoutes.askEmail, { params: { memberId }, body: { email } });
    const { text } = await mailTo(where.mailUrl, email);
    return { person, sent: { body: { token: /\/confirm-email\/([\w-]+)/.exec(text)![1]!, email } } };
  },
  'members-bulk': asking(async (business) => ({
    action: 'verify',
    where: { ids: [await newcomerTo(business), crypto.randomUUID()] },
  })),
  'members-undo-bulk': plain,
  'members-resend-invitation': plain,
  'members-revoke-invitation': async ({ people }) => {
    const body = { email: fresh('revoked'), role: 'employee' } as const;
    const { id: invitationId } = await people.admin.call(memberRoutes.invite, { body });
    return { person: people.admin, sent: { params: { invitationId } } };
  },
  'members-open-invitation': async ({ where, people }) => ({
    person: new Person(where.origin),
    sent: { body: { token: await tokenFor(where, people.admin) } },
  }),
  'members-invite': asking(() => ({ email: fresh('invited'), role: 'manager' })),
  'members-accept-invitation': async ({ where, people }) => ({
    person: new Person(where.origin),
    sent: { body: { token: await tokenFor(where, people.admin), name: 'Ida Vik', age: 29, password } },
  }),
  'sessions-end': async ({ where, ids: { slug } }) => {
    const email = fresh('two-browsers');
    const person = await joinBusiness(where, { slug, email, isKnown: false });
    await joinBusiness(where, { slug, email, isKnown: true });
    const { items } = await person.call(sessionRoutes.list);
    return { person, sent: { params: { sessionId: items.find(({ isCurrent }) => !isCurrent)!.id } } };
  },
  'sessions-end-others': async ({ where, ids: { slug } }) => ({
    person: await joinBusiness(where, { slug, email: fresh('one-browser'), isKnown: false }),
    sent: {},
  }),
  'sessions-sign-out-member': async ({ where, people, ids: { slug } }) => {
    const member = await joinBusiness(where, { slug, email: fresh('signed-out'), isKnown: false });
    const memberId = (await member.call(memberRoutes.me)).member.id;
    return { person: people.admin, sent: { params: { memberId } } };
  },
  'profile-change': asking(async ({ people }) => {
    const { name, age, version } = (await people.admin.call(memberRoutes.me)).member;
    return { name, age: age ?? 30, version };
  }),
  'profile-delete': async ({ where, ids: { slug } }) => ({
    person: await joinBusiness(where, { slug, email: fresh('leaving'), isKnown: false }),
    sent: {},
  }),
  'photos-faces': async ({ people, ids: { memberId, customerId } }) => ({
    person: people.admin,
    sent: { query: { ids: [memberId, customerId].join(',') } },
  }),
  'members-loads': async ({ people, ids: { memberId } }) => ({
    person: people.admin,
    sent: { query: { ids: memberId } },
  }),
  'photos-change': async ({ people }) => ({ person: people.admin, sent: { file: await aPhoto() } }),
  'photos-remove': plain,
  'realtime-negotiate': plain,
  'imports-start': async ({ people }) => ({
    person: people.admin,
    sent: { file: new Blob([history], { type: 'text/csv' }) },
  }),
  'imports-map': async (business) => ({
    person: business.people.admin,
    sent: {
      params: { importId: await checkedImport(business, 'to map') },
      body: {
        customerColumn: 0,
        emailColumn: null,
        nameColumn: null,
        dateColumn: 1,
        amountColumn: 2,
        currencyColumn: null,
        dateForm: 'year-month-day',
        decimalMark: '.',
      },
    },
  }),
  'imports-run': async (business) => ({
    person: business.people.admin,
    sent: { params: { importId: await checkedImport(business, 'to run') } },
  }),
  'imports-undo': async (business, route) => {
    await importsAtRest(business.people.admin);
    return plain(business, route);
  },
};
