import type { SQLInputValue } from 'node:sqlite';
import { invalidRequest } from './api-error.ts';
import type { Context } from './context.ts';
import type { ListParams } from './params/list-params.ts';
import type { Kind, Kinds } from './store.ts';

export interface ListAnswer<T> {
  object: 'list';
  data: T[];
  has_more: boolean;
  url: string;
}

type Condition = [sql: string, ...values: SQLInputValue[]];

interface ListRequest<K extends Kind> {
  kind: K;
  params: Omit<ListParams, 'created' | 'expand'> & Pick<ListParams, 'created'>;
  url: string;
  parent?: string;
  where?: Condition[];
}

/** One page, newest first. */
export function listObjects<K extends Kind>(context: Context, request: ListRequest<K>): ListAnswer<Kinds[K]> {
  const { kind, params, url, parent, where = [] } = request;
  const { limit, starting_after: after, ending_before: before } = params;
  const found = context.store.list(kind, {
    account: context.account,
    ...(parent ? { parent } : {}),
    // The moment first: it is in the index, and the bodies of what is too old are never read.
    where: [...createdBetween(params.created), ...where],
    ...(after ? { afterSeq: seqOf(context, kind, after, 'starting_after') } : {}),
    ...(before ? { beforeSeq: seqOf(context, kind, before, 'ending_before') } : {}),
    limit: limit + 1,
  });
  // The one beyond the page lies at the far end: the old end, or the new one when reading upwards.
  const data = before ? found.slice(-limit) : found.slice(0, limit);
  return { object: 'list', data, has_more: found.length > limit, url };
}

/** Conditions on fields of the object; those without a value are left out. */
export function equal(fields: Record<string, string | undefined>): Condition[] {
  return Object.entries(fields).flatMap(([name, value]): Condition[] =>
    value === undefined ? [] : [[`json_extract(body, '$.${name}') = ?`, value]],
  );
}

const comparisons = { gt: '>', gte: '>=', lt: '<', lte: '<=' } as const;

function createdBetween(created: ListParams['created']): Condition[] {
  if (created === undefined) return [];
  if (typeof created === 'number') return [["json_extract(body, '$.created') = ?", created]];
  return Object.entries(comparisons).flatMap(([name, sign]): Condition[] => {
    const bound = created[name as keyof typeof comparisons];
    return bound === undefined ? [] : [[`json_extract(body, '$.created') ${sign} ?`, bound]];
  });
}

function seqOf(context: Context, kind: Kind, id: string, param: string): number {
  const found = context.store.find(kind, id, context.account);
  if (!found) throw invalidRequest(`No such ${kind}: '${id}'`, { code: 'resource_missing', param });
  return found.seq;
}
