import { beforeAll, describe, expect, inject, test } from 'vitest';
import { everyRoute } from '#domain/contract.ts';
import { Role } from '#domain/kernel/access.ts';
import { rolesWith } from '#domain/kernel/rights.ts';
import type { Route } from '#domain/kernel/route.ts';
import { schema } from '#domain/schema/schema.ts';
import { type Answer, Person } from '#infra/people/person.ts';
import { type Accepted, type Named, paramsOf, whoMay } from './testing/making.ts';
import { acceptedRequest } from './testing/requests.ts';
import { type Business, twoBusinesses } from './testing/two-businesses.ts';

// These walk the contract: a new route is covered the day it is written.
let ours: Business;
let theirs: Business;
beforeAll(async () => {
  [ours, theirs] = await twoBusinesses({
    origin: inject('origin'),
    mailUrl: inject('mailUrl'),
    settings: inject('settings'),
  });
});

const each = (routes: readonly Named[]) => routes.map((named) => [named.name, named] as const);
const rolesOf = ({ access }: Route): readonly Role[] =>
  access === 'public' || access === 'signed-in' ? [] : rolesWith(access);
const closed = everyRoute.filter(({ route }) => route.access !== 'public');
const forRoles = closed.filter(({ route }) => rolesOf(route).length > 0);
const reads = closed.filter(({ route }) => route.method === 'GET');
const unsafe = everyRoute.filter(({ route }) => route.method !== 'GET' && route.from !== 'webhook');

const prepared = new Map<string, Promise<Accepted>>();
/** Made once for each route: what is refused uses nothing of it up, and is refused the same when it was used before. */
function refusable(named: Named): Promise<Accepted> {
  const made = prepared.get(named.name) ?? acceptedRequest(named, ours);
  prepared.set(named.name, made);
  return made;
}
const sentBy = async (named: Named) => (await refusable(named)).sent;
/** All that came back: a word of somebody else's may stand in a header too. */
const said = ({ body, headers }: Answer): string => JSON.stringify([body, [...headers]]);

const expectProblem = ({ status, body, headers }: Answer, expected: number) => {
  expect([status, body]).toEqual([
    expected,
    expect.objectContaining({ status: expected, type: expect.any(String), instance: expect.any(String) }),
  ]);
  expect(headers.get('content-type')).toBe('application/problem+json');
};

describe('a right request is answered, as the contract says', () => {
  test.each(each(everyRoute))('%s', async (_, named) => {
    const { route } = named;
    const { person, sent, headers } = await refusable(named);
    const answer = await person.send(route, sent, headers);
    const wanted = route.result ? [route.status ?? 200] : [200, 204];
    expect({ wanted, status: answer.status, body: answer.body }).toEqual({
      wanted,
      status: expect.toSatisfy((status) => wanted.includes(status)),
      body: expect.anything(),
    });
    expect(route.result?.safeParse(answer.body).error).toBeUndefined();
    expect(answer.headers.get('cache-control')).toBe(
      route.cache === 'immutable' ? 'private, max-age=31536000, immutable' : 'no-store',
    );
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; frame-ancestors 'none'/);
  });
});

describe('ASVS 8.3.1 without a session the answer is 401', () => {
  test.each(each(closed))('%s', async (_, named) => {
    expectProblem(await new Person(inject('origin')).send(named.route, await sentBy(named)), 401);
  });
});

describe('R12 a role that is named reaches its own rows', () => {
  test.each(each(forRoles))('%s', async (_, named) => {
    for (const role of rolesOf(named.route)) {
      const { sent } = await acceptedRequest(named, ours);
      const { status } = await ours.people[role].send(named.route, sent);
      expect([role, status]).toEqual([role, expect.toSatisfy((one) => one < 500 && ![401, 403, 404].includes(one))]);
    }
  });
});

describe('R12 ASVS 8.2.1 a role that is not named is answered 403, and so is somebody not yet verified', () => {
  test.each(each(forRoles))('%s', async (_, named) => {
    const sent = await sentBy(named);
    const others = Role.options.filter((role) => !rolesOf(named.route).includes(role));
    for (const person of [...others.map((role) => ours.people[role]), ours.unverified]) {
      expectProblem(await person.send(named.route, sent), 403);
    }
  });
});

describe("R12 ASVS 8.4.1 another business's things are not found, by any role", () => {
  test.each(each(forRoles.filter(({ route }) => route.params)))('%s', async (_, named) => {
    const sent = { ...(await sentBy(named)), params: paramsOf(named.route, theirs.ids) };
    for (const role of rolesOf(named.route)) {
      const answer = await ours.people[role].send(named.route, sent);
      expectProblem(answer, 404);
      expect(said(answer)).not.toContain(theirs.marker);
    }
  });
});

describe("R12 ASVS 8.2.2 the rows of another customer, and of another employee's task, are not found", () => {
  const ofTasks = ['taskId', 'roomId', 'paymentId', 'fileId'];
  const narrow = ['customer', 'employee'] as const;
  const ofRows = forRoles.filter(
    ({ route }) =>
      Object.keys(route.params?.shape ?? {}).some((name) => ofTasks.includes(name)) &&
      narrow.some((role) => rolesOf(route).includes(role)),
  );
  test.each(each(ofRows))('%s', async (_, named) => {
    const { route } = named;
    const sent = { ...(await sentBy(named)), params: paramsOf(route, ours.others.ids) };
    for (const role of narrow.filter((one) => rolesOf(route).includes(one))) {
      const answer = await ours.people[role].send(route, sent);
      expectProblem(answer, 404);
      expect(said(answer)).not.toContain(ours.others.marker);
      // It is there: the one it belongs to gets at it.
      expect((await ours.others[role].send(route, sent)).status).not.toBe(404);
    }
  });

  test.each(each(reads))('no answer of %s carries a word of them', async (_, named) => {
    const sent = await sentBy(named);
    for (const role of narrow)
      expect(said(await ours.people[role].send(named.route, sent))).not.toContain(ours.others.marker);
  });
});

describe('R12 ASVS 8.4.1 no answer carries a word of the other business', () => {
  test.each(each(reads))('%s', async (_, named) => {
    for (const business of [ours, theirs]) {
      const other = business === ours ? theirs : ours;
      const { sent } = await acceptedRequest(named, business);
      for (const person of [...Object.values(business.people), business.unverified]) {
        const text = said(await person.send(named.route, sent));
        expect(text).not.toContain(other.marker);
        expect(text).not.toContain(other.others.marker);
      }
    }
  });

  const paged = reads.filter(({ route }) => route.query?.shape['cursor']);
  test.each(each(paged))('nor %s, going on from a cursor of theirs', async (_, { route }) => {
    const first = await whoMay(route, theirs).send(route, { params: paramsOf(route, theirs.ids), query: { limit: 1 } });
    const { nextCursor } = first.body as { nextCursor?: string | null };
    expect(first.status).toBe(200);
    if (!nextCursor) return;
    for (const other of paged.map((one) => one.route)) {
      const params = paramsOf(other, ours.ids);
      const answer = await whoMay(other, ours).send(other, { params, query: { cursor: nextCursor } });
      expect([200, 400]).toContain(answer.status);
      expect(said(answer)).not.toContain(theirs.marker);
    }
  });
});

describe('a page of another site cannot do anything with the cookie', () => {
  test.each(each(unsafe))('%s', async (_, named) => {
    const { person, sent } = await refusable(named);
    expectProblem(await person.send(named.route, sent, { origin: 'https://elsewhere.example' }), 403);
    expectProblem(await person.send(named.route, sent, { origin: 'null' }), 403);
    expectProblem(await person.send(named.route, sent, { origin: '' }), 403);
    expectProblem(await person.send(named.route, sent, { 'sec-fetch-site': 'cross-site' }), 403);
    expectProblem(await person.send(named.route, sent, { 'sec-fetch-site': 'same-site' }), 403);
  });
});

type Document = {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string }>>;
  components: { schemas: Record<string, unknown> };
};

test('every route of the contract is served under its name, and the document names them all', async () => {
  const response = await fetch(`${inject('origin')}/api/openapi.json`);
  const document = (await response.json()) as Document;
  const ids = Object.values(document.paths).flatMap((path) =>
    Object.values(path).map(({ operationId }) => operationId),
  );
  expect(document.openapi).toBe('3.1.0');
  expect(ids.toSorted()).toEqual(everyRoute.map(({ name }) => name).toSorted());

  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]!);
  expect(references.filter((name) => !(name in document.components.schemas))).toEqual([]);
  expect(text).not.toContain('$defs');
});

test('F431 the API says that it and each thing it depends on answers', async () => {
  const response = await fetch(`${inject('origin')}/api/health`);
  expect(await response.json()).toEqual({
    status: 'ok',
    schema: { program: schema.version, stored: schema.version, state: 'ok' },
    dependencies: { cosmos: 'ok', storage: 'ok', pubsub: 'ok', stripe: 'ok', mail: 'ok' },
  });
});

test('an address that is no route is not found', async () => {
  expect((await fetch(`${inject('origin')}/api/nothing-here`)).status).toBe(404);
});
