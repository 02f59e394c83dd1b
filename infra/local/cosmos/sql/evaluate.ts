import { errors } from '../errors.ts';
import { propertyOf, type Json, type JsonObject, type Value } from '../json.ts';
import { compareText, sortKey } from '../sort-key.ts';
import { aggregate } from './aggregates.ts';
import { equal, functionNamed } from './functions.ts';
import { likePattern } from './like.ts';
import type { BinaryOperator, Expression, Query } from './syntax.ts';

/** Values by name: the aliases of FROM and JOIN, and the parameters with their `@`. */
export type Bindings = Readonly<Record<string, Value>>;
/** `group` is what the aggregates look at. */
export type Evaluate = (bindings: Bindings, group?: readonly Bindings[]) => Value;

/** What can be seen where an expression stands, and how a query inside it is run. */
export interface Scope {
  names: ReadonlySet<string>;
  subquery(query: Query, names: ReadonlySet<string>): (bindings: Bindings) => Json[];
}

/** Compiled once per query text; three-valued logic: true, false and undefined. */
export function compile(expression: Expression, scope: Scope): Evaluate {
  const inner = (part: Expression): Evaluate => compile(part, scope);
  switch (expression.kind) {
    case 'literal': {
      const { value } = expression;
      return () => value;
    }
    case 'parameter':
      return (bindings) => bindings[expression.name];
    case 'name': {
      const { name } = expression;
      if (!scope.names.has(name)) throw errors.badRequest(`Identifier '${name}' could not be resolved.`);
      return (bindings) => bindings[name];
    }
    case 'property': {
      const [of, key] = [inner(expression.of), inner(expression.key)];
      return (bindings, group) => propertyOf(of(bindings, group), key(bindings, group));
    }
    case 'array': {
      const items = expression.items.map(inner);
      return (bindings, group) => items.map((item) => item(bindings, group)).filter((value) => value !== undefined);
    }
    case 'object':
      return objectOf(expression.entries.map(({ name, value }) => ({ name, evaluate: inner(value) })));
    case 'not': {
      const operand = inner(expression.operand);
      return (bindings, group) => negated(operand(bindings, group));
    }
    case 'negative': {
      const operand = inner(expression.operand);
      return (bindings, group) => {
        const value = operand(bindings, group);
        return typeof value === 'number' ? -value : undefined;
      };
    }
    case 'binary':
      return binary(expression.operator, inner(expression.left), inner(expression.right));
    case 'conditional': {
      const [test, then, otherwise] = [inner(expression.test), inner(expression.then), inner(expression.otherwise)];
      return (bindings, group) => (test(bindings, group) === true ? then : otherwise)(bindings, group);
    }
    case 'in': {
      const value = inner(expression.value);
      const options = expression.options.map(inner);
      return (bindings, group) =>
        isOneOf(
          value(bindings, group),
          options.map((option) => option(bindings, group)),
        );
    }
    case 'like': {
      const [value, pattern] = [inner(expression.value), inner(expression.pattern)];
      const escape = expression.escape && inner(expression.escape);
      return (bindings, group) => isLike(value(bindings, group), pattern(bindings, group), escape?.(bindings, group));
    }
    case 'call': {
      const work = functionNamed(expression.name);
      const values = expression.arguments.map(inner);
      return (bindings, group) => work(...values.map((value) => value(bindings, group)));
    }
    case 'aggregate': {
      const argument = inner(expression.argument);
      const { name } = expression;
      return (_bindings, group = []) =>
        aggregate(
          name,
          group.map((bindings) => argument(bindings)),
        );
    }
    case 'subquery': {
      const rows = scope.subquery(expression.query, scope.names);
      if (expression.as === 'array') return rows;
      return expression.as === 'exists' ? (bindings) => rows(bindings).length > 0 : (bindings) => rows(bindings)[0];
    }
  }
}

export const objectOf =
  (entries: readonly { name: string; evaluate: Evaluate }[]): Evaluate =>
  (bindings, group) => {
    const object: JsonObject = {};
    for (const { name, evaluate } of entries) {
      const value = evaluate(bindings, group);
      if (value !== undefined) object[name] = value;
    }
    return object;
  };

const negated = (value: Value): Value => (typeof value === 'boolean' ? !value : undefined);

const isOneOf = (value: Value, options: readonly Value[]): Value =>
  value === undefined ? undefined : options.some((option) => option !== undefined && equal(option, value));

const isLike = (value: Value, pattern: Value, escape: Value): Value =>
  typeof value === 'string' && typeof pattern === 'string'
    ? likePattern(pattern, typeof escape === 'string' ? escape : undefined).test(value)
    : undefined;

const typeOf = (value: Value): string => (typeof value === 'boolean' ? 'boolean' : sortKey(value).charAt(0));

/** Values of different types are neither less nor more: the comparison is undefined. */
function compared(left: Value, right: Value): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  if (left === undefined || typeof left === 'object' || typeOf(left) !== typeOf(right))
    return left === null && right === null ? 0 : undefined;
  return Number(left) - Number(right);
}

const comparing =
  (test: (order: number) => boolean) =>
  (left: Value, right: Value): Value => {
    const order = compared(left, right);
    return order === undefined ? undefined : test(order);
  };

const calculating =
  (work: (left: number, right: number) => number) =>
  (left: Value, right: Value): Value =>
    typeof left === 'number' && typeof right === 'number' ? work(left, right) : undefined;

const eager: Record<Exclude<BinaryOperator, 'AND' | 'OR' | '??'>, (left: Value, right: Value) => Value> = {
  '=': (left, right) => (left === undefined || right === undefined ? undefined : equal(left, right)),
  '!=': (left, right) => (left === undefined || right === undefined ? undefined : !equal(left, right)),
  '<': comparing((order) => order < 0),
  '<=': comparing((order) => order <= 0),
  '>': comparing((order) => order > 0),
  '>=': comparing((order) => order >= 0),
  '||': (left, right) => (typeof left === 'string' && typeof right === 'string' ? left + right : undefined),
  '+': calculating((left, right) => left + right),
  '-': calculating((left, right) => left - right),
  '*': calculating((left, right) => left * right),
  '/': calculating((left, right) => left / right),
  '%': calculating((left, right) => left % right),
};

function binary(operator: BinaryOperator, left: Evaluate, right: Evaluate): Evaluate {
  if (operator === 'AND') return logical(left, right, false);
  if (operator === 'OR') return logical(left, right, true);
  // JavaScript's own `??` would replace null too.
  if (operator === '??')
    return (bindings, group) => {
      const value = left(bindings, group);
      return value === undefined ? right(bindings, group) : value;
    };
  const work = eager[operator];
  return (bindings, group) => work(left(bindings, group), right(bindings, group));
}

/** `decisive` settles it whatever the other side is; otherwise both must be boolean. */
const logical =
  (left: Evaluate, right: Evaluate, decisive: boolean): Evaluate =>
  (bindings, group) => {
    const first = left(bindings, group);
    if (first === decisive) return decisive;
    const second = right(bindings, group);
    if (second === decisive) return decisive;
    return first === !decisive && second === !decisive ? !decisive : undefined;
  };
