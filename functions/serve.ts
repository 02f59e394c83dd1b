import type { HttpRequest, HttpResponseInit, InvocationContext } from '@azure/functions';
import { Stripe } from 'stripe';
import * as z from 'zod';
import { isFreshProof, type Refusal, refusalOf } from '#domain/kernel/access.ts';
import { type Problem, ProblemError, problems } from '#domain/kernel/problem.ts';
import {
  type AnswerOf,
  defaultMaxBytes,
  type InputOf,
  type ProducedBytes,
  type ProducedFile,
  type ProducedPicture,
  type Route,
} from '#domain/kernel/route.ts';
import { clientLimits, takeTry } from './accounts/tries.ts';
import { handles } from './platform/called.ts';
import { callerOf } from './platform/caller.ts';
import { networkOf } from './platform/client-address.ts';
import { config } from './platform/config.ts';
import { answerInOneLine, noteCaller } from './platform/log.ts';
import { secondsToWait } from './platform/outage.ts';
import { keepPace } from './platform/pace.ts';
import { report } from './platform/report.ts';
import { producedBytes, producedPicture, producedText } from './produced.ts';
import { refuseOtherSchema } from './schema/refuse-other-schema.ts';
import { visitOf, type Visit, type Work, workFor } from './work.ts';

/** A public route has no caller yet, so it gets no workspace. */
type GroundOf<R extends Route> = R['access'] extends 'public' ? Visit : Work;
type UseCase<R extends Route> = (ground: GroundOf<R>, input: InputOf<R>) => Promise<AnswerOf<R>>;

/** What answers a route. */
export function serve<const R extends Route>(name: string, r: R, useCase: UseCase<R>): void {
  handles(name, handlerOf(name, r, useCase));
}

export function handlerOf<R extends Route>(name: string, r: R, useCase: UseCase<R>) {
  return (request: HttpRequest, context: InvocationContext): Promise<HttpResponseInit> =>
    answerInOneLine({ name, method: r.method }, context, () => handle(r, useCase, { request, context }));
}

type Asked = { request: HttpRequest; context: InvocationContext };

async function handle<R extends Route>(
  r: R,
  useCase: UseCase<R>,
  { request, context }: Asked,
): Promise<HttpResponseInit> {
  const visit = visitOf(request.headers, report);
  try {
    refuseOtherSites(r, request);
    if (isUnsafe(r)) await refuseOtherSchema(visit.now());
    if (r.limit) await takeTry(visit, clientLimits[r.limit], networkOf(visit.address));
    const caller = r.access === 'public' ? null : await callerOf(visit);
    noteCaller(caller);
    keepPace(r, { caller, address: visit.address, now: visit.now() });
    refuse(refusalOf(r.access, caller));
    if (r.stepUp && !(caller && isFreshProof(caller, visit.now()))) throw problems.stepUpNeeded();
    const ground = caller ? workFor(caller, visit) : visit;
    const result = await useCase(ground as GroundOf<R>, await read(r, request));
    return answer(r, result, visit);
  } catch (error) {
    return answerProblem(error, context, visit);
  }
}

const isUnsafe = (r: Route): boolean => r.method !== 'GET';

/** A cookie alone must not be enough: the browser says which site sent the request. */
function refuseOtherSites(r: Route, request: HttpRequest): void {
  if (r.from === 'webhook' || !isUnsafe(r)) return;
  const site = request.headers.get('sec-fetch-site');
  if (request.headers.get('origin') !== config.publicOrigin || (site !== null && site !== 'same-origin')) {
    throw problems.wrongOrigin();
  }
}

function refuse(refusal: Refusal | null): void {
  if (refusal === 'no-caller') throw problems.notSignedIn();
  if (refusal === 'not-verified') throw problems.notVerified();
  if (refusal === 'wrong-role') throw problems.forbidden();
  if (refusal === 'must-enrol') throw problems.secondFactorRequired();
}

async function read<R extends Route>(r: R, request: HttpRequest): Promise<InputOf<R>> {
  const parts = {
    params: request.params,
    query: r.query && queryOf(request),
    body: r.body && (await json(r, request)),
  };
  const { data, error } = inputOf(r).safeParse(parts);
  if (error) throw problems.invalid(error.issues.flatMap(fieldErrors).slice(0, mostErrors));
  if (!r.raw) return data as InputOf<R>;

  const type = mediaType(request, r.raw.types);
  const fileName = request.headers.get('x-file-name');
  return { ...data, bytes: await bytes(r, request), type, fileName: fileName && decode(fileName) } as InputOf<R>;
}

const inputs = new WeakMap<Route, z.ZodObject>();
/** Made once for each route, when it is first asked: Zod compiles a schema before it reads with it. */
function inputOf(r: Route): z.ZodObject {
  const made = inputs.get(r);
  if (made) return made;
  const parts = (['params', 'query', 'body'] as const).flatMap((part) => (r[part] ? [[part, r[part]]] : []));
  const input = z.object(Object.fromEntries(parts));
  inputs.set(r, input);
  return input;
}

/** A word said twice is refused: which of the two was meant is anybody's guess. */
function queryOf({ query }: HttpRequest): Record<string, string> {
  const words = new Set<string>();
  const twice = [...query.keys()].filter((word) => words.size === words.add(word).size);
  if (twice.length > 0)
    throw problems.invalid(twice.map((word) => ({ pointer: `/query/${word}`, detail: 'Said more than once' })));
  return Object.fromEntries(query);
}

// An answer about thousands of keys would be larger than the request.
const mostErrors = 100;

/** An unknown key is named itself, not only the object that holds it. */
function fieldErrors(issue: z.core.$ZodIssue): { pointer: string; detail: string }[] {
  const at = `/${issue.path.join('/')}`;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ pointer: `${at}/${key}`, detail: 'Unknown field' }));
  return [{ pointer: at, detail: issue.message }];
}

async function json(r: Route, request: HttpRequest): Promise<unknown> {
  mediaType(request, ['application/json']);
  const raw = await bytes(r, request);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    throw problems.notJson();
  }
}

function mediaType(request: HttpRequest, accepted: readonly string[]): string {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  if (!accepted.includes(type)) throw problems.wrongMediaType(accepted);
  return type;
}

/** Stops reading as soon as the limit is passed, whatever Content-Length says. */
async function bytes(r: Route, request: HttpRequest): Promise<Uint8Array> {
  const max = r.maxBytes ?? defaultMaxBytes;
  if (Number(request.headers.get('content-length') ?? 0) > max) throw problems.tooLarge(max);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > max) throw problems.tooLarge(max);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// The site's own headers do not cover API answers.
const headers = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
};

function answer(r: Route, result: unknown, visit: Visit): HttpResponseInit {
  const { cookies } = visit;
  if (r.produces === 'text/csv') return producedText(result as ProducedFile, { headers, cookies });
  if (r.produces === 'image/webp') return producedPicture(result as ProducedPicture, { headers, visit });
  if (r.produces === 'file') return producedBytes(result as ProducedBytes, { headers, cookies });
  if (!r.result) return { status: 204, headers, cookies };
  return {
    status: r.status ?? 200,
    headers: { ...headers, 'content-type': 'application/json' },
    cookies,
    body: JSON.stringify(r.result.parse(result)),
  };
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof Stripe.errors.StripePermissionError)
    return problems.conflict('Stripe no longer lets us see the account on which this was begun.').problem;
  const seconds = secondsToWait(error);
  if (seconds !== null) return problems.busy(seconds).problem;
  return { type: 'about:blank', title: 'Something went wrong on our side', status: 500 };
}

function answerProblem(error: unknown, context: InvocationContext, visit: Visit): HttpResponseInit {
  const problem = problemOf(error);
  if (!(error instanceof ProblemError)) report(error);
  return {
    status: problem.status,
    headers: {
      ...headers,
      'content-type': 'application/problem+json',
      ...(problem.retryAfter !== undefined && { 'retry-after': String(problem.retryAfter) }),
    },
    cookies: visit.cookies,
    body: JSON.stringify({ ...problem, instance: context.invocationId }),
  };
}
