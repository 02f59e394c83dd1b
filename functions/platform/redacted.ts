import * as z from 'zod';
import { ProblemError } from '#domain/kernel/problem.ts';

export type Redacted = {
  type: string;
  /** What kind of refusal, in the words of whoever made it: ECONNREFUSED, 429, resource_missing. */
  code?: string;
  /** By which the other side finds the request. */
  requestId?: string;
  /** Where in the code, innermost first. */
  stack: string[];
};

/**
 * What may be written down of an error. Its message may not: that of a parser quotes what it read, that of a mail server
 * the address, that of Stripe the card. What went wrong is told by type, code and place.
 */
export function redacted(error: unknown): Redacted {
  if (!(error instanceof Error)) return { type: typeof error, stack: [] };
  const code = codeOf(error);
  const requestId = requestIdOf(error);
  return { type: nameOf(error), ...(code && { code }), ...(requestId && { requestId }), stack: framesOf(error) };
}

/** For the host, which writes down whatever a function throws. */
export function redactedError(error: unknown): Error {
  const { type, code, stack } = redacted(error);
  const told = Object.assign(new Error(code ?? 'see its line'), { name: type });
  told.stack = [`${type}: ${told.message}`, ...stack.map((frame) => `    ${frame}`)].join('\n');
  return told;
}

/** One word of a program: no address and no sentence is one. */
const Word = z.string().regex(/^[\w./:-]{1,100}$/);
const Code = z.union([z.int().transform(String), Word]);

const nameOf = ({ name }: Error): string => Word.safeParse(name).data ?? 'Error';

function codeOf(error: Error): string | undefined {
  if (error instanceof ProblemError) return error.problem.type;
  if (error instanceof z.ZodError) return error.issues.slice(0, 1).map(issueOf).join('');
  const { code, statusCode, cause } = error as { code?: unknown; statusCode?: unknown; cause?: unknown };
  const own = Code.safeParse(code).data ?? Code.safeParse(statusCode).data;
  return own ?? (cause instanceof Error ? codeOf(cause) : undefined);
}

/** Which field, never what was in it. */
const issueOf = ({ code, path }: z.core.$ZodIssue): string =>
  [code, ...path.filter((part) => Word.safeParse(part).success)].join('/');

/** Of Cosmos DB, Stripe and Azure's other SDKs. */
function requestIdOf(error: Error): string | undefined {
  const { activityId, requestId } = error as { activityId?: unknown; requestId?: unknown };
  return Word.safeParse(activityId).data ?? Word.safeParse(requestId).data;
}

const mostFrames = 20;

/** The message stands before them, and may itself have lines that look like them. */
function framesOf({ stack = '', message }: Error): string[] {
  const from = message ? stack.indexOf(message) : -1;
  return stack
    .slice(from < 0 ? 0 : from + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, mostFrames);
}
