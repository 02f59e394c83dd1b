import type { Value } from '../json.ts';

export type AggregateName = 'COUNT' | 'SUM' | 'AVG' | 'MIN' | 'MAX';
export type BinaryOperator =
  | 'AND'
  | 'OR'
  | '??'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '||'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%';

export type Expression =
  | { kind: 'literal'; value: Value }
  | { kind: 'parameter'; name: string }
  | { kind: 'name'; name: string }
  | { kind: 'property'; of: Expression; key: Expression }
  | { kind: 'array'; items: Expression[] }
  | { kind: 'object'; entries: { name: string; value: Expression }[] }
  | { kind: 'not'; operand: Expression }
  | { kind: 'negative'; operand: Expression }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression }
  | { kind: 'conditional'; test: Expression; then: Expression; otherwise: Expression }
  | { kind: 'in'; value: Expression; options: Expression[] }
  | { kind: 'like'; value: Expression; pattern: Expression; escape?: Expression }
  | { kind: 'call'; name: string; arguments: Expression[] }
  | { kind: 'aggregate'; name: AggregateName; argument: Expression }
  | { kind: 'subquery'; as: 'exists' | 'array' | 'value'; query: Query };

export type Source =
  /** `tasks t`, `t.address` */
  | { kind: 'path'; alias: string; of: Expression }
  /** `tag IN t.tags` */
  | { kind: 'each'; alias: string; of: Expression }
  /** `(SELECT ...) AS x` */
  | { kind: 'query'; alias: string; query: Query };

export type Selection =
  | { kind: 'all' }
  | { kind: 'value'; value: Expression }
  | { kind: 'properties'; entries: { name: string; value: Expression }[] };

export interface Ordering {
  by: Expression;
  descending: boolean;
}
export interface Query {
  isDistinct: boolean;
  top?: Expression;
  selection: Selection;
  from: Source[];
  where?: Expression;
  groupBy?: Expression[];
  orderBy: Ordering[];
  offset?: Expression;
  limit?: Expression;
}

/** The parts of an expression, without entering its subqueries. */
export function partsOf(expression: Expression): Expression[] {
  switch (expression.kind) {
    case 'literal':
    case 'parameter':
    case 'name':
    case 'subquery':
      return [];
    case 'property':
      return [expression.of, expression.key];
    case 'array':
      return expression.items;
    case 'object':
      return expression.entries.map(({ value }) => value);
    case 'not':
    case 'negative':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.test, expression.then, expression.otherwise];
    case 'in':
      return [expression.value, ...expression.options];
    case 'like':
      return [expression.value, expression.pattern, ...(expression.escape ? [expression.escape] : [])];
    case 'call':
      return expression.arguments;
    case 'aggregate':
      return [expression.argument];
  }
}

export const hasAggregate = (expression: Expression): boolean =>
  expression.kind === 'aggregate' || partsOf(expression).some(hasAggregate);

export const selected = ({ selection }: Query): Expression[] => {
  if (selection.kind === 'all') return [];
  return selection.kind === 'value' ? [selection.value] : selection.entries.map(({ value }) => value);
};

export const isGrouped = (query: Query): boolean => query.groupBy !== undefined || selected(query).some(hasAggregate);

/** `t.address.city` as root name and path, when the expression is such a plain path. */
export function plainPath(expression: Expression): { root: string; segments: string[] } | undefined {
  if (expression.kind === 'name') return { root: expression.name, segments: [] };
  if (expression.kind !== 'property' || expression.key.kind !== 'literal' || typeof expression.key.value !== 'string')
    return undefined;
  const parent = plainPath(expression.of);
  return parent && { root: parent.root, segments: [...parent.segments, expression.key.value] };
}

/** The name the container's whole documents go by: `t` in `FROM tasks t`, nothing in `FROM tag IN t.tags`. */
export function documentAlias({ from }: Query): string | undefined {
  const [first] = from;
  return first?.kind === 'path' && first.of.kind === 'name' ? first.alias : undefined;
}
