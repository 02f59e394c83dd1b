import { functionNames } from './functions.ts';
import { errors } from '../errors.ts';
import type { Reader } from './reader.ts';
import type { AggregateName, BinaryOperator, Expression, Query } from './syntax.ts';

const strength: Record<string, number> = {
  '?': 1,
  '??': 1,
  OR: 2,
  AND: 3,
  '=': 5,
  '!=': 5,
  '<>': 5,
  IN: 5,
  BETWEEN: 5,
  LIKE: 5,
  '<': 5,
  '<=': 5,
  '>': 5,
  '>=': 5,
  '||': 6,
  '+': 7,
  '-': 7,
  '*': 8,
  '/': 8,
  '%': 8,
};
const notStrength = 4;
const comparisonStrength = 5;
const aggregates = ['COUNT', 'SUM', 'AVG', 'MIN', 'MAX'];

const literal = (value: string | number | boolean | null | undefined): Expression => ({ kind: 'literal', value });

/** Reads expressions by operator strength; a query inside one is read by `readQuery`. */
export function expressionReader(reader: Reader, readQuery: () => Query) {
  const { peek, next, fail, isWord, isSymbol, takeWord, takeSymbol, needWord, needSymbol } = reader;

  function expression(above = 0): Expression {
    let left = prefix();
    for (;;) {
      const isNegated = isWord('NOT') && ['IN', 'BETWEEN', 'LIKE'].some((word) => isWord(word, 1));
      const operator = peek(isNegated ? 1 : 0).text.toUpperCase();
      const binding = ['word', 'symbol'].includes(peek().type) ? strength[operator] : undefined;
      if (binding === undefined || binding <= above) return left;
      next();
      if (isNegated) next();
      const whole = afterOperator(operator, left, binding);
      left = isNegated ? { kind: 'not', operand: whole } : whole;
    }
  }

  function afterOperator(operator: string, left: Expression, binding: number): Expression {
    switch (operator) {
      case 'IN':
        return { kind: 'in', value: left, options: inBrackets('(', ')') };
      case 'BETWEEN':
        return between(left);
      case 'LIKE': {
        const pattern = expression(comparisonStrength);
        return takeWord('ESCAPE')
          ? { kind: 'like', value: left, pattern, escape: prefix() }
          : { kind: 'like', value: left, pattern };
      }
      case '?': {
        const then = expression();
        needSymbol(':');
        return { kind: 'conditional', test: left, then, otherwise: expression() };
      }
      default: {
        const name = operator === '<>' ? '!=' : operator;
        return { kind: 'binary', operator: name as BinaryOperator, left, right: expression(binding) };
      }
    }
  }

  function between(value: Expression): Expression {
    const low = expression(comparisonStrength);
    needWord('AND');
    const high = expression(comparisonStrength);
    return {
      kind: 'binary',
      operator: 'AND',
      left: { kind: 'binary', operator: '>=', left: value, right: low },
      right: { kind: 'binary', operator: '<=', left: value, right: high },
    };
  }

  function inBrackets(open: string, close: string): Expression[] {
    needSymbol(open);
    if (takeSymbol(close)) return [];
    const items = reader.list(() => expression());
    needSymbol(close);
    return items;
  }

  function prefix(): Expression {
    if (takeWord('NOT')) return { kind: 'not', operand: expression(notStrength) };
    if (takeSymbol('-')) return { kind: 'negative', operand: prefix() };
    if (takeSymbol('+')) return prefix();
    return path(primary());
  }

  function path(start: Expression): Expression {
    if (takeSymbol('.')) return path({ kind: 'property', of: start, key: literal(reader.name()) });
    if (!takeSymbol('[')) return start;
    const key = expression();
    needSymbol(']');
    return path({ kind: 'property', of: start, key });
  }

  function primary(): Expression {
    const { type, text } = peek();
    if (type === 'word') return word();
    if (isSymbol('[')) return { kind: 'array', items: inBrackets('[', ']') };
    if (isSymbol('{')) return objectLiteral();
    if (takeSymbol('(')) {
      const inner: Expression = isWord('SELECT') ? { kind: 'subquery', as: 'value', query: readQuery() } : expression();
      needSymbol(')');
      return inner;
    }
    next();
    if (type === 'number') return literal(Number(text));
    if (type === 'string') return literal(text);
    return type === 'parameter' ? { kind: 'parameter', name: text } : fail();
  }

  function word(): Expression {
    if (takeWord('NULL')) return literal(null);
    if (takeWord('TRUE')) return literal(true);
    if (takeWord('FALSE')) return literal(false);
    if (takeWord('UNDEFINED')) return literal(undefined);
    if (takeWord('EXISTS')) return subquery('exists');
    if (isWord('ARRAY') && isSymbol('(', 1) && next()) return subquery('array');
    const name = reader.alias();
    return isSymbol('(') ? call(name.toUpperCase()) : { kind: 'name', name };
  }

  function subquery(as: 'exists' | 'array'): Expression {
    needSymbol('(');
    const query = readQuery();
    needSymbol(')');
    return { kind: 'subquery', as, query };
  }

  function call(name: string): Expression {
    const given = inBrackets('(', ')');
    const [argument] = given;
    if (aggregates.includes(name))
      return argument ? { kind: 'aggregate', name: name as AggregateName, argument } : fail();
    if (!functionNames.has(name)) throw errors.badRequest(`'${name}' is not a recognized built-in function name.`);
    return { kind: 'call', name, arguments: given };
  }

  function objectLiteral(): Expression {
    needSymbol('{');
    if (takeSymbol('}')) return { kind: 'object', entries: [] };
    const entries = reader.list(() => {
      const name = peek().type === 'string' ? next().text : reader.name();
      needSymbol(':');
      return { name, value: expression() };
    });
    needSymbol('}');
    return { kind: 'object', entries };
  }

  return { expression: () => expression(), path: () => path(primary()) };
}
