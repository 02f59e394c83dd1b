import { HttpRequest, InvocationContext } from '@azure/functions';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import type { Caller } from '#domain/kernel/access.ts';
import { Problem, ProblemError } from '#domain/kernel/problem.ts';
import { type Route, route } from '#domain/kernel/route.ts';
import { handlerOf } from '#functions/serve.ts';
import { joined, withBusiness } from '#functions/testing/people.ts';
import type { Visitor } from '#functions/testing/visitor.ts';
import { buckets, keepPace } from './pace.ts';

const at = { path: 'things', summary: 'Things' } as const;
const open = route({ ...at, method: 'GET', access: 'public', result: z.object({}) });
const read = route({ ...at, method: 'GET', access: 'tasks.view' });
const write = route({ ...at, method: 'POST', access: 'tasks.create' });
const heavy = route({ ...at, method: 'GET', access: 'customers.export', produces: 'text/csv' });
const webhook = route({ ...at, method: 'POST', access: 'public', from: 'webhook', raw: { types: [] } });

afterEach(() => vi.restoreAllMocks());

/** What each class is asked for, while it has nothing left. */
function whenEmpty(waitMs: number): Record<keyof typeof buckets, string[]> {
  const asked: Record<keyof typeof buckets, string[]> = { public: [], read: [], write: [], heavy: [] };
  for (const [pace, bucket] of Object.entries(buckets)) {
    vi.spyOn(bucket, 'take').mockImplementation((subject) => {
      asked[pace as keyof typeof buckets].push(subject);
      return waitMs;
    });
  }
  return asked;
}

const ada = { workspaceId: 'marlow', memberId: 'ada' } as Caller;
const asking = { caller: ada, address: '203.0.113.7', now: new Date('2026-03-02T12:00:00Z') };

describe('F043 who asks too fast', () => {
  test.each([
    ['read', read],
    ['write', write],
    ['heavy', heavy],
  ] as const)('is counted as the member they are: %s', (pace, r) => {
    const asked = whenEmpty(0);
    keepPace(r, asking);
    expect(asked).toEqual({ public: [], read: [], write: [], heavy: [], [pace]: ['marlow/ada'] });
  });

  test('is counted by their network where nobody is signed in, whatever they ask for', () => {
    const asked = whenEmpty(0);
    for (const r of [open, read, heavy]) keepPace(r, { ...asking, caller: null, address: '2001:db8:1:2::9' });
    expect(asked.public).toEqual(Array.from({ length: 3 }, () => '2001:db8:1:2::/64'));
  });

  test('is told to wait in whole seconds, one at least', () => {
    whenEmpty(20);
    expect(() => keepPace(read, asking)).toThrow(ProblemError);
    expect(() => keepPace(read, asking)).toThrow('Please wait 1 second, then try again.');
    vi.restoreAllMocks();
    whenEmpty(2100);
    expect(() => keepPace(write, asking)).toThrow('Please wait 3 seconds, then try again.');
  });

  test('a webhook never is: its sender would take our refusal for a failure', () => {
    const asked = whenEmpty(5000);
    keepPace(webhook, { ...asking, caller: null });
    expect(asked.public).toEqual([]);
  });
});

const me = route({ ...at, method: 'GET', access: 'signed-in', result: z.object({}) });

async function ask(r: Route, useCase: () => Promise<object>, visitor?: Visitor) {
  const cookies = visitor?.cookies().map(({ name, value }) => `${name}=${value}`) ?? [];
  const headers = { cookie: cookies.join('; ') };
  const request = new HttpRequest({ method: 'GET', url: 'http://localhost/api/things', headers });
  const handler = handlerOf('things', r, useCase as () => Promise<never>);
  const answer = await handler(request, new InvocationContext({ logHandler: () => undefined }));
  return { ...answer, headers: new Headers(answer.headers) };
}

test('F043 what came too fast is answered 429 with the wait in the header, and is not done', async () => {
  whenEmpty(1500);
  const useCase = vi.fn<() => Promise<object>>();
  const { status, headers, body } = await ask(open, useCase);
  expect([status, headers.get('retry-after')]).toEqual([429, '2']);
  expect(Problem.parse(JSON.parse(body as string))).toMatchObject({ type: '/problems/too-fast', retryAfter: 2 });
  expect(useCase).not.toHaveBeenCalled();
});

test(
  'F043 a member who floods waits alone: a colleague at the same address goes on',
  withBusiness(async (crm) => {
    const [flooding, other] = [await joined(crm), await joined(crm)];
    const member = (await flooding.visitor.caller())!.memberId;
    vi.spyOn(buckets.read, 'take').mockImplementation((subject) => (subject.endsWith(`/${member}`) ? 1000 : 0));
    expect((await ask(me, async () => ({}), flooding.visitor)).status).toBe(429);
    expect((await ask(me, async () => ({}), other.visitor)).status).toBe(200);
  }),
);

test('F043 who guesses at sessions is counted too', async () => {
  whenEmpty(1000);
  expect((await ask(me, async () => ({}))).status).toBe(429);
});
