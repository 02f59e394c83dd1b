import type { Connection } from './connection.ts';
import { filterError, tokensOf } from './filter-tokens.ts';

export type FilterTarget = Pick<Connection, 'id' | 'userId' | 'groups' | 'subprotocol'>;

type Value = string | number | boolean | null | readonly Value[];
type Expression = { isCondition: boolean; of: (target: FilterTarget) => Value };

const names = new Map<string, Expression>(
  Object.entries({
    userId: { isCondition: false, of: ({ userId }) => userId ?? null },
    connectionId: { isCondition: false, of: ({ id }) => id },
    groups: { isCondition: false, of: ({ groups }) => [...groups] },
    protocol: { isCondition: false, of: ({ subprotocol }) => subprotocol ?? null },
    null: { isCondition: false, of: () => null },
    true: { isCondition: true, of: () => true },
    false: { isCondition: true, of: () => false },
  }),
);

/** Nothing is greater or less than null, or than a thing of another kind. */
const ordered = (compare: (left: string | number, right: string | number) => boolean) => (left: Value, right: Value) =>
  (typeof left === 'string' && typeof right === 'string' && compare(left, right)) ||
  (typeof left === 'number' && typeof right === 'number' && compare(left, right));

const comparisons = new Map<string, (left: Value, right: Value) => boolean>(
  Object.entries({
    eq: (left, right) => left === right,
    ne: (left, right) => left !== right,
    gt: ordered((left, right) => left > right),
    ge: ordered((left, right) => left >= right),
    lt: ordered((left, right) => left < right),
    le: ordered((left, right) => left <= right),
    in: (left, right) => Array.isArray(right) && right.includes(left),
  }),
);

/** The test that an OData filter such as `userId eq 'ada' and not ('vip' in groups)` stands for. */
export function compileFilter(source: string): (target: FilterTarget) => boolean {
  const tokens = tokensOf(source);
  // Azure reports a syntax error anywhere in the text before what the words mean.
  const mistakes: string[] = [];

  function condition(expression: Expression): Expression {
    if (!expression.isCondition) mistakes.push('A condition was expected');
    return expression;
  }

  function either(): Expression {
    const first = both();
    if (!tokens.take('or')) return first;
    const [left, right] = [condition(first).of, condition(either()).of];
    return { isCondition: true, of: (target) => left(target) === true || right(target) === true };
  }

  function both(): Expression {
    const first = comparison();
    if (!tokens.take('and')) return first;
    const [left, right] = [condition(first).of, condition(both()).of];
    return { isCondition: true, of: (target) => left(target) === true && right(target) === true };
  }

  function comparison(): Expression {
    const left = operand();
    const operator = tokens.peek();
    const compare = operator?.kind === 'word' && comparisons.get(operator.text);
    if (!compare) return left;
    tokens.next();
    const right = operator.text === 'in' && tokens.take('(') ? list() : operand();
    return { isCondition: true, of: (target) => compare(left.of(target), right.of(target)) };
  }

  function operand(): Expression {
    if (tokens.take('not')) {
      const denied = condition(operand());
      return { isCondition: true, of: (target) => denied.of(target) !== true };
    }
    if (tokens.take('(')) return closed(either());
    if (tokens.peek()?.kind === 'sign') return tokens.fail();

    const { kind, text } = tokens.next();
    if (kind !== 'word') return { isCondition: false, of: () => (kind === 'number' ? Number(text) : text) };
    if (text === 'length' && tokens.take('(')) return lengthOf(closed(either()));
    const name = names.get(text);
    if (!name) mistakes.push(`Could not find a property named '${text}'`);
    return name ?? { isCondition: true, of: () => null };
  }

  function list(): Expression {
    const items: Expression[] = [];
    do items.push(operand());
    while (tokens.take(','));
    return closed({ isCondition: false, of: (target) => items.map((item) => item.of(target)) });
  }

  function closed(expression: Expression): Expression {
    tokens.expect(')');
    return expression;
  }

  const whole = condition(either());
  tokens.end();
  if (mistakes[0] !== undefined) throw filterError(source, mistakes[0]);
  return (target) => whole.of(target) === true;
}

const lengthOf = ({ of }: Expression): Expression => ({
  isCondition: false,
  of: (target) => {
    const value = of(target);
    return typeof value === 'string' ? value.length : null;
  },
});
