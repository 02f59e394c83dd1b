import { once } from 'node:events';
import { createHash, createHmac } from 'node:crypto';
import { CosmosClient } from '@azure/cosmos';
import { accountRoutes } from '#domain/accounts/routes.ts';
import type { everyRoute } from '#domain/contract.ts';
import { rolesWith } from '#domain/kernel/rights.ts';
import type { Route } from '#domain/kernel/route.ts';
import { isAtWork } from '#domain/imports/import.ts';
import { importRoutes } from '#domain/imports/routes.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { realtimeRoutes } from '#domain/realtime/routes.ts';
import { taskRoutes } from '#domain/tasks/routes.ts';
import { comesTo } from '#infra/people/import-payments.ts';
import { codeFor, invitationFor, Person } from '#infra/people/person.ts';
import { joinBusiness, password } from './join-business.ts';
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

const taskVersion = async ({ people, ids: { taskId } }: Business): Promise<string> =>
  (await people.admin.call(taskRoutes.get, { params: { taskId } })).version;

const signUpForm = (slug: string) => ({
  slug,
  name: 'Dipika Sarraf',
  email: fresh('visitor'),
  age: 34,
  role: 'customer' as const,
  password,
});

async function pendingSignUp({ where, ids }: Business): Promise<{ signUpId: string; email: string }> {
  const body = signUpForm(ids.slug);
  const { signUpId } = await new Person(where.origin).call(accountRoutes.signUp, { body });
  return { signUpId, email: body.email };
}

/** A code may be asked for again after 100 seconds: this sign-up is made to look that old. */
async function oldSignUp(business: Business): Promise<string> {
  const { signUpId } = await pendingSignUp(business);
  const key = `p|${createHash('sha256').update(signUpId).digest('base64url')}`;
  const accounts = new CosmosClient(business.where.settings['COSMOS']!).database('crm').container('accounts');
  const sentAt = new Date(Date.now() - 200_000).toISOString();
  await accounts.item(key, key).patch([{ op: 'set', path: '/sentAt', value: sentAt }]);
  return signUpId;
}

function signedByStripe({ where }: Business, event: object): Omit<Accepted, 'person'> {
  const text = JSON.stringify(event);
  const at = Math.floor(Date.now() / 1000);
  const [secret = ''] = where.settings['STRIPE_WEBHOOK_SECRETS']!.split(',');
  const signature = createHmac('sha256', secret).update(`${at}.${text}`).digest('hex');
  return {
    sent: { file: new Blob([text], { type: 'application/json' }) },
    headers: { 'stripe-signature': `t=${at},v1=${signature}` },
  };
}

/** It stays open as long as the product runs: a room is heard on a connection. */
async function openSocket(person: Person): Promise<void> {
  const { url } = await person.call(realtimeRoutes.negotiate);
  await once(new WebSocket(url, 'json.webpubsub.azure.v1'), 'open');
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

const accepted: Record<string, Make> = {
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
  'accounts-resend-code': asking(async (business) => ({ signUpId: await oldSignUp(business) })),
  'accounts-prove': asking(async (business) => {
    const { signUpId, email } = await pendingSignUp(business);
    return { signUpId, code: await codeFor(business.where.mailUrl, email) };
  }),
  'accounts-sign-in': asking(async ({ people, ids }) => {
    const { email } = (await people.customer.call(memberRoutes.me)).member;
    return { email, password, slug: ids.slug };
  }),
  'accounts-sign-out': async ({ where, ids: { slug } }) => ({
    person: await joinBusiness(where, { slug, email: fresh('leaving'), isKnown: false }),
    sent: {},
  }),
  'members-complete-profile': async ({ where, ids: { slug } }) => ({
    person: await joinBusiness(where, { slug, email: fresh('newcomer'), isKnown: false }),
    sent: {
      body: { task: 'Ring resize, N to P', description: 'Two sizes up.\nBy Friday.', role: 'customer', age: 30 },
    },
  }),
  'members-verify': plain,
  'members-invite': asking(() => ({ email: fresh('invited'), role: 'manager' })),
  'members-accept-invitation': async ({ where, people }) => {
    const email = fresh('colleague');
    await people.admin.call(memberRoutes.invite, { body: { email, role: 'employee' } });
    const token = await invitationFor(where.mailUrl, email);
    return {
      person: new Person(where.origin),
      sent: { params: { token }, body: { name: 'Ida Vik', age: 29, password } },
    };
  },
  'tasks-create': asking(({ ids: { customerId } }) => ({
    title: 'Ring resize, N to P',
    description: 'Two sizes up.',
    dueOn: '2027-03-02',
    customerId,
  })),
  'tasks-assign': asking(async (business) => {
    const { member } = await business.people.employee.call(memberRoutes.me);
    return { employeeId: member.id, version: await taskVersion(business) };
  }),
  'tasks-change-status': asking(async (business) => ({ status: 'in-progress', version: await taskVersion(business) })),
  'rooms-send': asking(() => ({ messageId: crypto.randomUUID(), text: 'It is ready.\nKan hentes i dag. 🙂' })),
  'rooms-join': async (business, route) => {
    await openSocket(business.people.admin);
    return plain(business, route);
  },
  'rooms-leave': plain,
  'realtime-negotiate': plain,
  'payments-checkout': asking(({ ids: { taskId } }) => ({
    taskId,
    amount: 2500,
    currency: 'USD',
    attemptId: crypto.randomUUID(),
  })),
  'payments-confirm': plain,
  'payments-webhook': async (business) => ({
    person: new Person(business.where.origin),
    ...signedByStripe(business, {
      id: `evt_${crypto.randomUUID()}`,
      object: 'event',
      type: 'customer.created',
      data: {},
    }),
  }),
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
