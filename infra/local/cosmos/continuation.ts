import { errors } from './errors.ts';
import { isObject } from './json.ts';

/** Where a query goes on: after a place in the order, not after a count, so that writes in between move nothing. */
export interface Continuation {
  /** Sort keys of the last row or result given out. */
  after: string[];
  /** Its row number, and how many results of that row were given out already. */
  row: number;
  done: number;
  /** What OFFSET still has to leave out, and how many results LIMIT or TOP still allow. */
  skip: number;
  take: number | null;
}

export const tokenOf = (continuation: Continuation): string =>
  Buffer.from(JSON.stringify(continuation)).toString('base64url');

export function parseToken(token: string, keys: number): Continuation {
  const value = parsed(token);
  const isOurs =
    isObject(value) &&
    Array.isArray(value['after']) &&
    value['after'].length === keys &&
    typeof value['row'] === 'number';
  if (!isOurs) throw errors.badRequest('The continuation token is not one of this query.');
  return value as unknown as Continuation;
}

function parsed(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return undefined;
  }
}
