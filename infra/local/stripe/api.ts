import { ApiError, invalidRequest, notCovered } from './api-error.ts';
import { isDeauthorized, noAccess } from './connect/accounts.ts';
import { type Context, platform } from './context.ts';
import { type Form, parseForm, readJson } from './form.ts';
import { findKept, fingerprintOf, keep, keyInUse } from './idempotency.ts';
import { newId } from './ids.ts';
import { routes } from './routes.ts';

export interface ApiRequest {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
  /** Whether its idempotency key is its own until the answer is out. */
  hasKey: boolean;
}
export interface ApiAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}
/** One call of Stripe's API: everything it changes is on disk, with its events and its kept answer, before it returns. */
export function answerApi(
  contextOf: (account: string, request: Context['request']) => Context,
  request: ApiRequest,
): ApiAnswer {
  const requestId = newId('req', 14);
  const key = keyOf(request);
  const headers = { 'request-id': requestId, ...(key ? { 'idempotency-key': key } : {}) };
  try {
    checkKey(request.headers);
    const account = accountOf(request.headers);
    if (key && !request.hasKey) throw keyInUse(key);

    const context = contextOf(account, { id: requestId, idempotency_key: key });
    if (isDeauthorized(context.store, account)) throw noAccess(account);
    const answer = key ? answerOnce(context, request, key) : run(context, request);
    return { ...answer, headers: { ...headers, ...answer.headers } };
  } catch (error) {
    return { ...errorAnswer(error), headers };
  }
}

export const keyOf = ({ method, headers }: Pick<ApiRequest, 'method' | 'headers'>): string | null =>
  method === 'POST' ? headers.get('idempotency-key') : null;

function answerOnce(context: Context, request: ApiRequest, key: string): ApiAnswer {
  const { store, clock, account } = context;
  const keyed = { account, key, fingerprint: fingerprintOf(`POST ${request.url.pathname}`, formOf(request)) };
  const kept = findKept(store, keyed, clock.now());
  if (kept) {
    const headers = { 'idempotent-replayed': 'true', 'original-request': kept.request_id };
    return { status: kept.status, headers, body: kept.body };
  }
  const request_id = context.request?.id ?? '';
  try {
    return store.together(() => {
      const answer = run(context, request);
      keep(store, keyed, { ...answer, request_id }, clock.now());
      return answer;
    });
  } catch (error) {
    const answer = errorAnswer(error);
    if (error instanceof ApiError && !error.isBeforeExecution)
      keep(store, keyed, { ...answer, request_id }, clock.now());
    return answer;
  }
}

function run(context: Context, request: ApiRequest): ApiAnswer {
  const { handler, id } = routeOf(request);
  const form = formOf(request);
  const call = () => handler({ context, id, form });
  const isAlreadyTogether = context.store.db.isTransaction;
  const result = isAlreadyTogether ? call() : context.store.together(call);
  return { status: 200, headers: {}, body: JSON.stringify(result, null, 2) };
}

function formOf({ method, url, body }: ApiRequest): Form {
  if (method === 'GET') return parseForm(url.search.slice(1));
  return url.pathname.startsWith('/v2/') ? readJson(body) : parseForm(body);
}

const patterns = Object.entries(routes).map(([route, handler]) => {
  const [method, path = ''] = route.split(' ');
  return { method, path: new RegExp(`^${path.replace(':id', '([^/]+)')}$`), handler };
});

function routeOf({ method, url }: ApiRequest) {
  for (const { method: routeMethod, path, handler } of patterns) {
    const match = routeMethod === method && path.exec(url.pathname);
    if (match) return { handler, id: decodeURIComponent(match[1] ?? '') };
  }
  throw notCovered(`${method} ${url.pathname}`);
}

function checkKey(headers: Headers): void {
  const [scheme, value = ''] = (headers.get('authorization') ?? '').split(' ');
  const key = scheme === 'Basic' ? (atob(value).split(':')[0] ?? '') : value;
  if (key === '') {
    throw invalidRequest(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
      { status: 401 },
    );
  }
  if (!/^(sk|rk)_/.test(key)) throw invalidRequest(`Invalid API Key provided: ${key.slice(0, 3)}****`, { status: 401 });
}

function accountOf(headers: Headers): string {
  const account = headers.get('stripe-account') ?? platform;
  if (account === platform || /^acct_\w+$/.test(account)) return account;
  throw noAccess(account);
}

function errorAnswer(error: unknown): ApiAnswer {
  if (error instanceof ApiError) {
    return { status: error.status, headers: {}, body: JSON.stringify({ error: error.fields }, null, 2) };
  }
  console.error(error);
  const message = 'The local Stripe failed; its own log says why.';
  return { status: 500, headers: {}, body: JSON.stringify({ error: { type: 'api_error', message } }, null, 2) };
}
