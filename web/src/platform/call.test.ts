import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { ProblemError } from '#domain/kernel/problem.ts';
import { route } from '#domain/kernel/route.ts';
import { call } from './call.ts';

const get = route({
  method: 'GET',
  path: 'things/{thingId}/parts',
  summary: 'Parts',
  access: 'public',
  params: z.strictObject({ thingId: z.string() }),
  query: z.strictObject({ q: z.string().optional(), limit: z.number().default(50) }),
  result: z.object({ items: z.array(z.string()) }),
});
const remove = route({ method: 'DELETE', path: 'things', summary: 'Remove', access: 'public' });
const upload = route({
  method: 'POST',
  path: 'files',
  summary: 'Upload',
  access: 'public',
  raw: { types: ['text/csv'] },
});

const realFetch = globalThis.fetch;
let sent: { address: string; init: RequestInit };
let respond: () => Response | Promise<Response>;

beforeEach(() => {
  globalThis.fetch = async (address, init) => {
    sent = { address: address as string, init: init ?? {} };
    return respond();
  };
});
afterEach(() => {
  globalThis.fetch = realFetch;
});

const failureOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ProblemError)) throw new Error('Not refused with a problem', { cause: error });
  return error.problem;
};

describe('calling a route', () => {
  test('puts parameters into the path, drops what is undefined, and parses the answer', async () => {
    respond = () => Response.json({ items: ['a'], more: 'ignored' });
    const answer = await call(get, { params: { thingId: 'a/b c' }, query: { q: undefined, limit: 2 } });
    expect(answer).toEqual({ items: ['a'] });
    expect(sent.address).toBe('/api/things/a%2Fb%20c/parts?limit=2');
    expect(sent.init.credentials).toBe('same-origin');
  });

  test('without a result answers nothing', async () => {
    respond = () => new Response(null, { status: 204 });
    expect(await call(remove)).toBeUndefined();
  });

  test('sends a file as its bytes, with its name in letters a header can hold', async () => {
    respond = () => new Response(null, { status: 204 });
    const file = new Blob(['a,b'], { type: 'text/csv' });
    await call(upload, { file, fileName: 'Zahlungen März.csv' });
    expect(sent.init.body).toBe(file);
    expect(sent.init.headers).toEqual({ 'content-type': 'text/csv', 'x-file-name': 'Zahlungen%20M%C3%A4rz.csv' });
  });

  test('refused, throws the problem of the server', async () => {
    respond = () => Response.json({ type: '/problems/conflict', title: 'No', status: 409 }, { status: 409 });
    expect(await failureOf(call(remove))).toMatchObject({ type: '/problems/conflict', status: 409 });
  });

  test('answered by a gateway in HTML, throws a problem with its status', async () => {
    respond = () => new Response('<html>Bad gateway</html>', { status: 502 });
    expect(await failureOf(call(remove))).toMatchObject({ status: 502 });
  });

  test('without a network, throws the offline problem', async () => {
    respond = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await failureOf(call(remove))).toMatchObject({ type: '/problems/offline', status: 0 });
  });

  test('given up by the caller, is no problem', async () => {
    const control = new AbortController();
    control.abort();
    respond = () => Promise.reject(control.signal.reason);
    await expect(call(remove, {}, control.signal)).rejects.toHaveProperty('name', 'AbortError');
  });

  test('an answer that does not fit the contract is a defect', async () => {
    respond = () => Response.json({ items: [1] });
    await expect(call(get, { params: { thingId: '1' } })).rejects.toBeInstanceOf(z.ZodError);
  });
});
