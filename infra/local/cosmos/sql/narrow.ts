import { columnOf, pathName, type Layout } from '../indexing.ts';
import type { Json, Value } from '../json.ts';
import { rank, sortKey } from '../sort-key.ts';
import type { Bindings } from './evaluate.ts';
import { equal } from './functions.ts';
import {
  always,
  both,
  either,
  exactly,
  everything,
  type Narrowing,
  nothing,
  type Sets,
  settled,
  setOf,
  stretch,
  unknown,
} from './narrowing.ts';
import { plainPath, type Expression } from './syntax.ts';

/** What is known of the container the query runs on. */
export interface Ground {
  layout: Layout;
  entries: string;
  partition: number;
  /** The alias of the container's documents, where FROM names them whole. */
  root: string | undefined;
  parameters: Bindings;
  sets?: Sets;
}

export function narrow(where: Expression | undefined, ground: Ground): Narrowing {
  return where ? settled(narrowed(where, ground), ground) : everything;
}

/** Only what is said of this one column, which all that fits keeps. */
export function narrowOn(column: string, where: Expression | undefined, ground: Ground): Narrowing {
  const parts = where ? conjuncts(where).filter((part) => narrowed(part, ground).column === column) : [];
  return parts.length > 0 ? settled(all(parts, ground), ground) : everything;
}

function narrowed(where: Expression, ground: Ground): Narrowing {
  switch (where.kind) {
    case 'binary':
      if (where.operator === 'AND') return all(conjuncts(where), ground);
      if (where.operator === 'OR') return either(narrow(where.left, ground), narrow(where.right, ground));
      return comparison(where.operator, where.left, where.right, ground);
    case 'in':
      return oneOf(
        where.value,
        where.options.map((option) => constant(option, ground)),
        ground,
      );
    case 'call':
      return call(where.name, where.arguments, ground);
    case 'not':
      return where.operand.kind === 'call' && where.operand.name === 'IS_DEFINED'
        ? ofColumn(where.operand.arguments[0], ground, (column) => exactly(`${column} = ?`, rank.undefined))
        : unknown;
    case 'literal':
      return always(where.value === true);
    default:
      return unknown;
  }
}

const conjuncts = (where: Expression): Expression[] =>
  where.kind === 'binary' && where.operator === 'AND' ? [...conjuncts(where.left), ...conjuncts(where.right)] : [where];

/** Both ends of a stretch are one condition, wherever they stand. */
function all(parts: Expression[], ground: Ground): Narrowing {
  const columns = Map.groupBy(
    parts.map((part) => narrowed(part, ground)),
    ({ column }) => column,
  );
  const joined = [...columns].flatMap(([column, found]) => (column === undefined ? found : [stretch(column, found)]));
  return joined.length === 1 ? joined[0]! : joined.map((each) => settled(each, ground)).reduce(both);
}

/** The value of a literal or parameter; `absent` for anything that depends on the row. */
const absent = Symbol('absent');
function constant(expression: Expression | undefined, ground: Ground): Value | typeof absent {
  if (expression?.kind === 'literal') return expression.value;
  if (expression?.kind === 'parameter') return ground.parameters[expression.name];
  if (expression?.kind !== 'array') return absent;
  const items = expression.items.map((item) => constant(item, ground));
  const known = items.filter((item) => item !== absent);
  return known.length === items.length ? known.filter((item) => item !== undefined) : absent;
}

function ofColumn(
  expression: Expression | undefined,
  { layout, root }: Ground,
  make: (column: string) => Narrowing,
): Narrowing {
  const path = expression && plainPath(expression);
  const column = path && path.root === root ? columnOf(layout, pathName(path.segments)) : undefined;
  if (!column) return unknown;
  const made = make(column);
  return made.isExact ? { ...made, column } : made;
}

const mirrored: Record<string, string> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '=': '=', '!=': '!=' };

function comparison(operator: string, left: Expression, right: Expression, ground: Ground): Narrowing {
  const value = constant(right, ground);
  const turned = mirrored[operator];
  if (turned === undefined) return unknown;
  const other = constant(left, ground);
  if (value === absent) return other === absent ? unknown : comparison(turned, right, left, ground);
  if (value === undefined) return nothing;
  // `@status = null OR t.status = @status`: a filter that is not set costs nothing.
  if (other !== absent) return operator === '=' ? always(other !== undefined && equal(other, value)) : unknown;
  return ofColumn(left, ground, (column) => compareColumn(column, operator, value));
}

function compareColumn(column: string, operator: string, value: Json): Narrowing {
  const key = sortKey(value);
  if (operator === '=') return exactly(`${column} = ?`, key);
  if (operator === '!=') return exactly(`${column} <> ? AND ${column} <> ?`, key, rank.undefined);
  if (typeof value !== 'string' && typeof value !== 'number') return unknown;
  // A range stays within the values of its own type.
  const type = typeof value === 'string' ? rank.string : rank.number;
  const high = String(Number(type) + 1);
  const open = operator.startsWith('>')
    ? { end: 'high' as const, type, sql: `${column} < ?`, value: high }
    : { end: 'low' as const, type, sql: `${column} >= ?`, value: type };
  return { ...exactly(`${column} ${operator} ?`, key), open: [open] };
}

function oneOf(
  expression: Expression | undefined,
  options: readonly (Value | typeof absent)[],
  ground: Ground,
): Narrowing {
  const known = options.filter((option) => option !== absent);
  if (known.length < options.length) return unknown;
  const keys = known.filter((option) => option !== undefined).map(sortKey);
  return ofColumn(expression, ground, (column) =>
    exactly(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(keys)),
  );
}

function call(name: string, given: readonly Expression[], ground: Ground): Narrowing {
  const [first, second] = given;
  switch (name) {
    case 'IS_DEFINED':
      return ofColumn(first, ground, (column) => exactly(`${column} > ?`, rank.undefined));
    case 'IS_NULL':
      return ofColumn(first, ground, (column) => exactly(`${column} = ?`, rank.null));
    case 'STARTSWITH':
      return given.length === 2 ? startsWith(first, constant(second, ground), ground) : unknown;
    case 'ARRAY_CONTAINS':
      return given.length === 2 ? arrayContains(first, second, ground) : unknown;
    default:
      return unknown;
  }
}

function startsWith(expression: Expression | undefined, start: Value | typeof absent, ground: Ground): Narrowing {
  if (typeof start !== 'string') return unknown;
  const low = sortKey(start);
  return ofColumn(expression, ground, (column) => exactly(`${column} >= ? AND ${column} < ?`, low, `${low}\u{10ffff}`));
}

/** Either a list of values that must hold the row's property, or the row's array that must hold a value. */
function arrayContains(array: Expression | undefined, wanted: Expression | undefined, ground: Ground): Narrowing {
  const list = constant(array, ground);
  if (Array.isArray(list)) return oneOf(wanted, list, ground);
  const value = constant(wanted, ground);
  const path = array && plainPath(array);
  if (value === absent || value === undefined || !path || path.root !== ground.root) return unknown;
  const at = ground.layout.arrays.findIndex((indexed) => indexed.path === pathName(path.segments));
  if (at < 0) return unknown;
  const holding = `SELECT row FROM ${ground.entries} WHERE path = ? AND partition = ? AND value = ?`;
  const values = [at, ground.partition, sortKey(value)];
  return ground.sets ? setOf(holding, values, ground.sets) : exactly(`row IN (${holding})`, ...values);
}
