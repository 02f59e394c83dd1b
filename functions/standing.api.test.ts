import { beforeAll, describe, expect, inject, test } from 'vitest';
import * as z from 'zod';
import { everyRoute } from '#domain/contract.ts';
import { Role } from '#domain/kernel/access.ts';
import { defaultMaxBytes, type Route } from '#domain/kernel/route.ts';
import { type Answer, Person } from '#infra/people/person.ts';
import { exampleOf } from './testing/example-of.ts';
import { type Business, twoBusinesses } from './testing/two-businesses.ts';

// These walk the contract: a new route is covered the day it is written.
let ours: Business;
let theirs: Business;
beforeAll(async () => {
  [ours, theirs] = await twoBusinesses();
});

const named = (routes: typeof everyRoute) => routes.map(({ name, route }) => [name, route] as const);
const closed = everyRoute.filter(({ route }) => route.access !== 'public');
const forRoles = closed.filter(({ route }) => Array.isArray(route.access));
const withBody = everyRoute.filter(({ route }) => route.body);
const unsafe = everyRoute.filter(({ route }) => route.method !== 'GET' && route.from !== 'webhook');

const paramsOf = (route: Route, { ids }: Business) =>
  Object.fromEntries(Object.keys(route.params?.shape ?? {}).map((name) => [name, known(ids, name)]));

function known(ids: Business['ids'], name: string): string {
  const id = ids[name as keyof typeof ids];
  if (!id) throw new Error(`Path parameter ${name} has no example in two-businesses.ts`);
  return id;
}

const validRequest = (route: Route, business: Business) => ({
  params: paramsOf(route, business),
  ...(route.body && { body: exampleOf(route.body) }),
  ...(route.raw && { file: new Blob(['customer,date,amount\n'], { type: route.raw.types[0] ?? '' }) }),
});

/** Somebody who may call it, as far as roles go. */
const whoMay = (route: Route, { people }: Business): Person => {
  if (route.access === 'public') return new Person(inject('origin'));
  return people[Array.isArray(route.access) ? (route.access[0] as Role) : 'admin'];
};

const expectProblem = ({ status, body, headers }: Answer, expected: number) => {
  expect([status, body]).toEqual([
    expected,
    expect.objectContaining({ status: expected, type: expect.any(String), instance: expect.any(String) }),
  ]);
  expect(headers.get('content-type')).toBe('application/problem+json');
};

describe('without a session the answer is 401', () => {
  test.each(named(closed))('%s', async (_, route) => {
    expectProblem(await new Person(inject('origin')).send(route, validRequest(route, ours)), 401);
  });
});

describe('R12 a role that is not named is answered 403, and so is somebody not yet verified', () => {
  test.each(named(forRoles))('%s', async (_, route) => {
    const others = Role.options.filter((role) => !(route.access as readonly Role[]).includes(role));
    for (const person of [...others.map((role) => ours.people[role]), ours.unverified]) {
      expectProblem(await person.send(route, validRequest(route, ours)), 403);
    }
  });
});

describe("R12 another business's things are not found, by any role", () => {
  const withParams = forRoles.filter(({ route }) => route.params);
  test.each(named(withParams))('%s', async (_, route) => {
    for (const role of route.access as readonly Role[]) {
      const answer = await ours.people[role].send(route, validRequest(route, theirs));
      expectProblem(answer, 404);
      expect(JSON.stringify(answer.body)).not.toContain(theirs.marker);
    }
  });
});

describe('R12 no answer carries a word of the other business', () => {
  const reads = everyRoute.filter(({ route }) => route.method === 'GET' && route.access !== 'public');
  test.each(named(reads))('%s', async (_, route) => {
    for (const business of [ours, theirs]) {
      const other = business === ours ? theirs : ours;
      for (const person of [...Object.values(business.people), business.unverified]) {
        const { body } = await person.send(route, validRequest(route, business));
        expect(JSON.stringify(body)).not.toContain(other.marker);
      }
    }
  });
});

describe('R16 a field of the wrong type, a missing one and an unknown one are answered 400 with the field', () => {
  test.each(named(withBody))('%s', async (_, route) => {
    const person = whoMay(route, ours);
    const valid = exampleOf(route.body!) as Record<string, unknown>;
    const fields = Object.entries(
      (z.toJSONSchema(route.body!, { io: 'input', unrepresentable: 'any' }) as Described).properties,
    );
    const wrong: [string, unknown][] = fields.map(([name]) => [name, { ...valid, [name]: { $ne: null } }]);
    wrong.push(['unknown', { ...valid, unknown: 1 }]);
    for (const [field, body] of wrong) {
      const answer = await person.send(route, { ...validRequest(route, ours), body });
      expectProblem(answer, 400);
      const { errors } = answer.body as { errors: { pointer: string }[] };
      expect(
        errors.map(({ pointer }) => pointer).filter((pointer) => pointer.startsWith(`/body/${field}`)),
      ).not.toEqual([]);
    }
  });
});
type Described = { properties: Record<string, unknown> };

describe('R16 a body that is too large, broken or of another type is refused before it is read', () => {
  test.each(named(withBody))('%s', async (_, route) => {
    const person = whoMay(route, ours);
    const path = validRequest(route, ours);
    const json = { 'content-type': 'application/json' };
    const huge = new Blob([`"${'x'.repeat((route.maxBytes ?? defaultMaxBytes) + 1)}"`]);
    expectProblem(await person.send(route, { params: path.params, file: huge }, json), 413);
    expectProblem(await person.send(route, { params: path.params, file: new Blob(['{"broken":']) }, json), 400);
    expectProblem(
      await person.send(route, { params: path.params, file: new Blob([new Uint8Array([34, 255, 254, 34])]) }, json),
      400,
    );
    expectProblem(
      await person.send(route, { params: path.params, file: new Blob(['a=1']) }, { 'content-type': 'text/plain' }),
      415,
    );
  });
});

describe('unknown words in a query are answered 400', () => {
  test.each(named(everyRoute.filter(({ route }) => route.query)))('%s', async (_, route) => {
    const answer = await whoMay(route, ours).send(route, { ...validRequest(route, ours), query: { unknown: '1' } });
    expectProblem(answer, 400);
  });
});

describe('a page of another site cannot do anything with the cookie', () => {
  test.each(named(unsafe))('%s', async (_, route) => {
    const person = whoMay(route, ours);
    expectProblem(await person.send(route, validRequest(route, ours), { origin: 'https://elsewhere.example' }), 403);
    expectProblem(await person.send(route, validRequest(route, ours), { 'sec-fetch-site': 'cross-site' }), 403);
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
    dependencies: { cosmos: 'ok', storage: 'ok', pubsub: 'ok', stripe: 'ok', mail: 'ok' },
  });
});

test('an address that is no route is not found', async () => {
  expect((await fetch(`${inject('origin')}/api/nothing-here`)).status).toBe(404);
});
