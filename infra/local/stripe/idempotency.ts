import { createHash } from 'node:crypto';
import { ApiError } from './api-error.ts';
import type { Form } from './form.ts';
import type { Store } from './store.ts';

const oneDay = 24 * 60 * 60;

export interface KeptAnswer {
  status: number;
  body: string;
  request_id: string;
}

interface KeyedRequest {
  account: string;
  key: string;
  fingerprint: string;
}

/** Equal for the same route and the same parameters, in whatever order they came. */
export function fingerprintOf(route: string, form: Form): string {
  return createHash('sha256')
    .update(`${route}\n${JSON.stringify(sorted(form))}`)
    .digest('hex');
}

function sorted(form: Form): unknown {
  const names = Object.keys(form).toSorted();
  return names.map((name) => {
    const value = form[name];
    return [name, typeof value === 'object' ? sorted(value) : value];
  });
}

/** The first answer to this key, if it is less than a day old; `now` is in unix seconds. */
export function findKept(
  store: Store,
  { account, key, fingerprint }: KeyedRequest,
  now: number,
): KeptAnswer | undefined {
  const row = store.db
    .prepare('select * from kept_answers where account = ? and key = ? and kept_at > ?')
    .get(account, key, now - oneDay) as (KeptAnswer & { fingerprint: string }) | undefined;
  if (row && row.fingerprint !== fingerprint) {
    throw new ApiError(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    });
  }
  return row;
}

export function keep(store: Store, { account, key, fingerprint }: KeyedRequest, answer: KeptAnswer, now: number): void {
  store.db
    .prepare(
      `insert or replace into kept_answers (account, key, fingerprint, request_id, status, body, kept_at)
       values (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(account, key, fingerprint, answer.request_id, answer.status, answer.body, now);
}

/** Keys whose first answer is still on its way: taken when a request comes in, given back when its answer is out. */
export function makeKeyClaims(store: Store, now: () => number) {
  const taken = new Set<string>();
  const isKept = store.db.prepare('select 1 from kept_answers where account = ? and key = ? and kept_at > ?');

  return {
    /** What gives the key back; undefined when another request has it. A kept answer may be read by many at once. */
    take: (account: string, key: string | null): (() => void) | undefined => {
      const claim = `${account} ${key}`;
      if (taken.has(claim)) return undefined;
      if (key === null || isKept.get(account, key, now() - oneDay)) return () => {};
      taken.add(claim);
      return () => void taken.delete(claim);
    },
  };
}

export const keyInUse = (key: string): ApiError =>
  new ApiError(409, {
    type: 'idempotency_error',
    code: 'idempotency_key_in_use',
    message: `There is currently another in-progress request using this Idempotent Key (that probably means you submitted twice, and the other request is still going through): ${key}. Please try again later.`,
  });
