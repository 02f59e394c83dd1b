import type { ResultOf, Route, SentTo } from '#domain/kernel/route.ts';
import { ProblemError } from '#domain/kernel/problem.ts';
import { offline, problemOf } from './problem-of.ts';

type Sent = { params?: object; query?: object; body?: unknown; file?: Blob; fileName?: string };
type Args<R extends Route> =
  Record<string, never> extends SentTo<R>
    ? [sent?: SentTo<R> | undefined, signal?: AbortSignal]
    : [sent: SentTo<R>, signal?: AbortSignal];

/** Asks who sits there to confirm that it is them; false when they would rather not. */
type Confirm = () => Promise<boolean>;
let confirm: Confirm | null = null;

/** The one dialog of the app that confirms. Answers what takes it away again. */
export function confirmWith(ask: Confirm): () => void {
  confirm = ask;
  return () => {
    confirm = null;
  };
}

/**
 * Calls one route of the contract; every way to fail is a `ProblemError`. What is open only to somebody who has just
 * proved who they are is asked for again once that is done.
 */
export async function call<const R extends Route>(route: R, ...args: Args<R>): Promise<ResultOf<R>> {
  const [input, signal] = args;
  const sent = (input ?? {}) as Sent;
  const response = await send(route, sent, signal);
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.type === '/problems/step-up-needed' && (await confirm?.())) return call(route, ...args);
    throw new ProblemError(problem);
  }
  if (!route.result) return undefined as ResultOf<R>;
  return route.result.parse(await response.json()) as ResultOf<R>;
}

async function send(route: Route, sent: Sent, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(addressOf(route, sent), {
      method: route.method,
      credentials: 'same-origin',
      ...contentOf(sent),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ProblemError(offline, { cause: error });
  }
}

/** The address of a produced file, for a link; arrays go as words between commas. */
export const linkTo = <const R extends Route>(route: R, sent: SentTo<R>): string => addressOf(route, sent as Sent);

function addressOf(route: Route, { params, query }: Sent): string {
  const values: Record<string, unknown> = { ...params };
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) search.set(name, String(value));
  }
  return search.size > 0 ? `/api/${path}?${search}` : `/api/${path}`;
}

function contentOf({ body, file, fileName }: Sent): RequestInit {
  if (file) {
    // A header holds no letters beyond Latin-1, a file's name may.
    const name = fileName ? { 'x-file-name': encodeURIComponent(fileName) } : {};
    return { body: file, headers: { 'content-type': file.type, ...name } };
  }
  if (body === undefined) return {};
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
