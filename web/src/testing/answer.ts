import { expect } from 'vitest';
import { type Problem, ProblemError } from '#domain/kernel/problem.ts';
import type { InputOf, ResultOf, Route } from '#domain/kernel/route.ts';

type Answer<R extends Route> = ResultOf<R> | ((input: InputOf<R>) => ResultOf<R> | Promise<ResultOf<R>>);
type Entry = { route: Route; answer: (input: unknown) => unknown };

const entries: Entry[] = [];
const strays: string[] = [];
const realFetch = globalThis.fetch;

/**
 * Answers a route at the wire. A function is given what was sent and may throw a `ProblemError`; an answer that does
 * not fit the contract fails the test. The latest answer to a route wins.
 */
export function answer<const R extends Route>(route: R, result: Answer<R>): void {
  const ask = typeof result === 'function' ? (result as (input: InputOf<R>) => unknown) : () => result;
  entries.unshift({ route, answer: (input) => ask(input as InputOf<R>) });
}

export function beginAnswers(): void {
  globalThis.fetch = (address, init) =>
    handle(address instanceof Request ? address.url : address.toString(), init ?? {});
}

/** A call that nothing answered fails the test. */
export function endAnswers(): void {
  globalThis.fetch = realFetch;
  entries.length = 0;
  const unanswered = strays.splice(0);
  expect(unanswered, 'calls that no answer was written for').toEqual([]);
}

async function handle(address: string, init: RequestInit): Promise<Response> {
  const url = new URL(address, location.origin);
  if (!url.pathname.startsWith('/api/')) return realFetch(address, init);
  const method = init.method ?? 'GET';
  for (const { route, answer } of entries) {
    const params = route.method === method && paramsOf(route, url.pathname.slice('/api/'.length));
    if (!params) continue;
    try {
      return answered(route, await answer(inputOf(route, params, url, init)));
    } catch (error) {
      if (error instanceof ProblemError) return refused(error.problem);
      strays.push(`${method} ${url.pathname}: ${String(error)}`);
      throw error;
    }
  }
  strays.push(`${method} ${url.pathname}`);
  return refused({ type: 'about:blank', title: 'No answer was written for this call', status: 404 });
}

function paramsOf(route: Route, path: string): Record<string, string> | null {
  const pattern = route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const match = new RegExp(`^${pattern}$`).exec(path);
  if (!match) return null;
  const params = Object.fromEntries(
    Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
  // `customers/count` is no customer.
  return route.params && !route.params.safeParse(params).success ? null : params;
}

/** What the page sent must fit the contract as well. */
function inputOf(route: Route, params: Record<string, string>, url: URL, { body }: RequestInit): unknown {
  return {
    ...(route.params && { params: route.params.parse(params) }),
    ...(route.query && { query: route.query.parse(Object.fromEntries(url.searchParams)) }),
    ...(route.body && { body: route.body.parse(typeof body === 'string' ? JSON.parse(body) : body) }),
    ...(route.raw && { bytes: body }),
  };
}

function answered(route: Route, result: unknown): Response {
  if (!route.result) return new Response(null, { status: 204 });
  return Response.json(route.result.parse(result), { status: route.status ?? 200 });
}

const refused = (problem: Problem) =>
  new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
  });
