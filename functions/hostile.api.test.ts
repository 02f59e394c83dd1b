import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { everyRoute } from '#domain/contract.ts';
import { defaultMaxBytes, type Route } from '#domain/kernel/route.ts';
import { freePorts } from '#infra/local/ports.ts';
import { type Stack, startStack } from '#infra/local/stack.ts';
import type { Answer } from '#infra/people/person.ts';
import {
  fieldsOf,
  forAll,
  isText,
  notJson,
  rawTexts,
  replaced,
  unknownKeys,
  unsafeCharacters,
  valuesFor,
  wrongTypes,
} from './testing/hostile-values.ts';
import { rawCall } from './testing/raw-call.ts';
import { type Accepted, type Named, paramsOf } from './testing/making.ts';
import { acceptedRequest } from './testing/requests.ts';
import { type Traces, untilQuiet, watch } from './testing/traces.ts';
import { type Business, twoBusinesses } from './testing/two-businesses.ts';
import { wrongBodies, type WrongBody } from './testing/wrong-bodies.ts';

// A product of its own, where nothing else runs: what is stored before and after can be held side by side.
let dir: string;
let stack: Stack;
let ours: Business;
let theirs: Business;
let traces: Traces;
/** All that is there before the first test. */
let begun: string[];
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'starone-'));
  stack = await startStack({ dir, ports: freePorts, log: () => undefined });
  const where = { origin: stack.origin, mailUrl: stack.azure.mail.url, settings: stack.settings };
  [ours, theirs] = await twoBusinesses(where);
  traces = await watch(where);
  // Made once for each route: what is refused uses nothing of it up.
  for (const named of everyRoute) prepared.set(named.name, await acceptedRequest(named, ours));
  await untilQuiet(traces);
  begun = await traces.all();
}, 240_000);
afterAll(async () => {
  await stack.close();
  await rm(dir, { recursive: true, force: true });
});

const each = (routes: readonly Named[]) => routes.map((named) => [named.name, named] as const);
const withBody = everyRoute.filter(({ route }) => route.body);
const taking = everyRoute.filter(({ route }) => route.body ?? route.raw);
const tried = 5;

/** Fields that are only compared or hashed, never shown: any text may come, and most are simply wrong. */
const opaque = ['password', 'givenPassword', 'current', 'code', 'ticket', 'version'];

const schemaOf = ({ body }: Route) => body as z.ZodObject;

const prepared = new Map<string, Accepted>();
const requestFor = (named: Named): Accepted => prepared.get(named.name)!;

/** Asked once for a group: to look through everything after each of its routes took longer than the routes. */
const nothingIsStored = () =>
  test('and nothing is stored', async () => {
    expect(await traces.news()).toEqual([]);
  });

function expectRefusal(answer: Answer, statuses: readonly number[], sent: unknown): void {
  const said = JSON.stringify([answer.body, [...answer.headers]]);
  const about = JSON.stringify(sent).slice(0, 300);
  expect({ sent: about, status: answer.status, body: answer.body }).toEqual({
    sent: about,
    status: expect.toSatisfy((status: number) => statuses.includes(status)),
    body: expect.objectContaining({ type: expect.any(String), status: answer.status, instance: expect.any(String) }),
  });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  for (const marker of [theirs.marker, theirs.others.marker]) expect(said).not.toContain(marker);
}

function expectField(answer: Answer, pointer: string, sent: unknown): void {
  expectRefusal(answer, [400], sent);
  const { errors } = answer.body as { errors: { pointer: string }[] };
  const about = JSON.stringify(sent).slice(0, 300);
  expect({ sent: about, pointers: errors.map((error) => error.pointer) }).toEqual({
    sent: about,
    pointers: expect.toSatisfy((pointers: string[]) => pointers.some((one) => one.startsWith(pointer))),
  });
}

const expectEachField = (answer: Answer, { body, wrong }: WrongBody): void => {
  for (const { field } of wrong) expectField(answer, `/body/${field.path[0]}`, [field.path, body]);
};

const sendBody = ({ person, sent, headers }: Accepted, route: Route, body: unknown): Promise<Answer> =>
  person.send(route, { ...sent, body }, headers);

const sendBytes = ({ person, sent, headers }: Accepted, route: Route, bytes: Blob, type: string): Promise<Answer> =>
  person.send(
    route,
    { ...(sent.params && { params: sent.params }), ...(sent.query && { query: sent.query }), file: bytes },
    { ...headers, 'content-type': type },
  );

describe('R16 a value that does not fit a field is answered 400 with the field', () => {
  test.each(each(withBody))('%s', async (_, named) => {
    const { route } = named;
    const request = requestFor(named);
    const schema = schemaOf(route);
    const wrong = fieldsOf(schema).flatMap((field) =>
      valuesFor(field, tried)
        .filter((value) => !schema.safeParse(replaced(request.sent.body, field.path, value)).success)
        .map((value) => ({ field, value })),
    );
    // A single yes or no has the fewest.
    expect(wrong.length).toBeGreaterThan(5);
    await forAll(wrongBodies(schema, request.sent.body, wrong), async (one) => {
      expectEachField(await sendBody(request, route, one.body), one);
    });
  });
  nothingIsStored();
});

describe('R16 unsafe characters in a text are answered 400 with the field', () => {
  const typed = (route: Route) =>
    fieldsOf(schemaOf(route)).filter((field) => isText(field) && !opaque.includes(field.path.at(-1)!));
  const withText = withBody.filter(({ route }) => typed(route).length > 0);
  test.each(each(withText))('%s', async (_, named) => {
    const { route } = named;
    const request = requestFor(named);
    const wrong = typed(route).flatMap((field) =>
      unsafeCharacters.map((sign) => ({ field, value: `An${sign}example` })),
    );
    await forAll(wrongBodies(schemaOf(route), request.sent.body, wrong), async (one) => {
      expectEachField(await sendBody(request, route, one.body), one);
    });
  });
  nothingIsStored();
});

describe('R16 a key no body has is answered 400 with the key', () => {
  test.each(each(withBody))('%s', async (_, named) => {
    const { route } = named;
    const request = requestFor(named);
    await forAll(unknownKeys, async (key) => {
      const body = Object.fromEntries([...Object.entries(request.sent.body!), [key, { role: 'admin' }]]);
      expectField(await sendBody(request, route, body), `/body/${key}`, key);
    });
    const many = Object.fromEntries(Array.from({ length: 5000 }, (__, at) => [`key${at}`, 1]));
    const answer = await sendBody(request, route, { ...request.sent.body, ...many });
    expectRefusal(answer, [400], 'many keys');
    // The answer must not be larger than what was asked.
    expect(JSON.stringify(answer.body).length).toBeLessThan(20_000);
  });
  nothingIsStored();
});

describe('R16 what is no JSON object is answered 400', () => {
  test.each(each(withBody))('%s', async (_, named) => {
    const { route } = named;
    const request = requestFor(named);
    await forAll([...notJson.entries()], async ([at, body]) => {
      expectField(await sendBytes(request, route, body, 'application/json'), '/body', ['body', at]);
    });
  });
  nothingIsStored();
});

describe('R16 a body of another kind or of 10 MB is refused before it is read', () => {
  test.each(each(taking))('%s', async (_, named) => {
    const { route } = named;
    const request = requestFor(named);
    const own = route.raw?.types[0] ?? 'application/json';
    const bytes = request.sent.file ?? new Blob([JSON.stringify(request.sent.body)]);
    const max = route.maxBytes ?? defaultMaxBytes;
    await forAll(
      wrongTypes.filter((type) => !route.raw?.types.includes(type)),
      async (type) => {
        expectRefusal(await sendBytes(request, route, bytes, type), [415], type);
      },
    );
    for (const size of new Set([max + 1, Math.max(max, 10_000_000) + 1]))
      expectRefusal(await sendBytes(request, route, blanks(size), own), [413], size);
    expectRefusal(await sendChunked(request, route, own, max + 1), [413], 'without a length');
  });

  const made = new Map<number, Blob>();
  /** Made once for each size: most routes have the same. */
  function blanks(size: number): Blob {
    const blob = made.get(size) ?? new Blob([new Uint8Array(size).fill(32)]);
    made.set(size, blob);
    return blob;
  }

  /** Without a Content-Length, so that only reading shows how much it is. */
  async function sendChunked({ person, sent }: Accepted, route: Route, type: string, size: number): Promise<Answer> {
    const search = searchOf(sent);
    const response = await fetch(`${person.origin}/api/${pathOf(route, sent.params ?? {})}?${search}`, {
      method: route.method,
      headers: { origin: person.origin, cookie: person.cookie, 'content-type': type },
      body: blanks(size).stream(),
      duplex: 'half',
    } as RequestInit);
    return { status: response.status, body: await response.json(), headers: response.headers };
  }
  nothingIsStored();
});

describe('R16 a query is read strictly: unknown, doubled and wrong words are answered 400 with the word', () => {
  const withQuery = everyRoute.filter(({ route }) => route.query);
  test.each(each(withQuery))('%s', async (_, named) => {
    const { route } = named;
    const { person, sent } = requestFor(named);
    const path = `/api/${pathOf(route, sent.params ?? {})}`;
    const ask = (search: string) => rawCall(person, { method: route.method, path: `${path}?${search}` });
    for (const word of ['unknown', '__proto__', 'constructor', 'limit%5B%24ne%5D', 'toString'])
      expectField(await ask(`${word}=1`), `/query/${decodeURIComponent(word)}`, word);
    for (const [index, [word, schema]] of Object.entries(route.query!.shape).entries()) {
      expectField(await ask(`${word}=1&${word}=2`), `/query/${word}`, `doubled ${word}`);
      // Each word gets a third of the texts: all of them together would take minutes.
      const texts = rawTexts.filter((__, at) => (at + index) % 3 === 0);
      await forAll(texts, async (text) => {
        const answer = await ask(`${word}=${text}`);
        const given = new URLSearchParams(`${word}=${text}`).get(word);
        if (!(schema as z.ZodType).safeParse(given).success) expectField(answer, `/query/${word}`, [word, text]);
        // No body goes with it: bytes are missed as bytes of the right kind.
        else if (answer.status >= 300) expectRefusal(answer, route.raw ? [400, 415] : [400], [word, text]);
      });
    }
  });
  nothingIsStored();
});

const searchOf = ({ query }: Accepted['sent']) => new URLSearchParams(query as Record<string, string> | undefined);

const pathOf = (route: Route, values: Record<string, unknown>): string =>
  route.path.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));

describe('R16 a path with anything else than an id leads nowhere', () => {
  const withParams = everyRoute.filter(({ route }) => route.params);
  // Dots and empty parts are taken out of a path before any route sees it: what is left may be another route.
  const isTidied = (text: string) => /^(?:\.|%2e){0,2}$/i.test(text) || text.startsWith('%2e%2e%2f');
  const fits = (schema: z.ZodType, text: string) => {
    try {
      return schema.safeParse(decodeURIComponent(text)).success;
    } catch {
      return false;
    }
  };
  const isRight = (schema: z.ZodType, text: string) => (status: number) => {
    if (isTidied(text)) return status < 500;
    return status === 404 || status === (fits(schema, text) ? 200 : 400);
  };
  test.each(each(withParams))('%s', async (_, named) => {
    const { route } = named;
    const { person, sent } = requestFor(named);
    const bytes = sent.file && new Uint8Array(await sent.file.arrayBuffer());
    const body = bytes ?? (sent.body && Buffer.from(JSON.stringify(sent.body)));
    const headers = { 'content-type': sent.file?.type ?? 'application/json' };
    const search = searchOf(sent);
    const ids = paramsOf(route, ours.ids);
    for (const [name, id] of Object.entries(ids)) {
      await forAll([...rawTexts, `${id}%00`, `${id}%20`, `x${id}`, `${id}%2f..%2f${id}`], async (text) => {
        const path = `/api/${pathOf(route, { ...ids, [name]: text })}?${search}`;
        const answer = await rawCall(person, { method: route.method, path, headers, ...(body && { body }) });
        expect(JSON.stringify([answer.body, [...answer.headers]])).not.toContain(theirs.marker);
        expect([text, answer.status]).toEqual([
          text,
          expect.toSatisfy(isRight(route.params!.shape[name] as z.ZodType, text)),
        ]);
      });
    }
  });
  nothingIsStored();
});

describe('R16 another method is not found', () => {
  const paths = [...new Set(everyRoute.map(({ route }) => route.path))];
  /** Where another route takes an id, the word of this one is read as an id, and is none. */
  const isReadAsId = (method: string, path: string) =>
    everyRoute.some(
      ({ route }) => route.method === method && new RegExp(`^${route.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
    );
  test.each(paths)('%s', async (path) => {
    const here = everyRoute.filter(({ route }) => route.path === path);
    const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'].filter(
      (method) => !here.some(({ route }) => route.method === method),
    );
    const { route } = here[0]!;
    await forAll(others, async (method) => {
      const answer = await rawCall(ours.people.admin, {
        method,
        path: `/api/${pathOf(route, paramsOf(route, ours.ids))}`,
      });
      const wanted = isReadAsId(method, path) ? [400, 415] : [404];
      expect({ method, status: answer.status }).toEqual({
        method,
        status: expect.toSatisfy((status) => wanted.includes(status)),
      });
    });
  });
  nothingIsStored();
});

test('R16 after all of it nothing is gone either', async () => {
  const now = await traces.all();
  // A challenge of a sign-in goes by itself after ten minutes.
  expect(now).toEqual(begun.filter((line) => now.includes(line) || !line.startsWith('accounts c|')));
});
