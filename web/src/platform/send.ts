import { ProblemError } from '#domain/kernel/problem-error.ts';
import type { Route } from '#domain/kernel/route.ts';
import { offline, problemOf } from './problem-of.ts';

export type Sent = { params?: object; query?: object; body?: unknown; file?: Blob; fileName?: string };
/** What of a route goes over the wire. */
type Line = Pick<Route, 'method' | 'path'>;

/** Every way to fail is a `ProblemError`. */
export async function send(line: Line, sent: Sent, signal: AbortSignal | undefined): Promise<Response> {
  const response = await reach(line, sent, signal);
  if (!response.ok) throw new ProblemError(await problemOf(response));
  return response;
}

async function reach(line: Line, sent: Sent, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(addressOf(line, sent), {
      method: line.method,
      credentials: 'same-origin',
      ...contentOf(sent),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ProblemError(offline, { cause: error });
  }
}

/** Arrays go as words between commas. */
export function addressOf({ path: pattern }: Line, { params, query }: Sent): string {
  const values: Record<string, unknown> = { ...params };
  const path = pattern.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
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
