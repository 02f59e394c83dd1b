import { expressionReader } from './expressions.ts';
import { readerOf, type Reader } from './reader.ts';
import { plainPath, type Expression, type Ordering, type Query, type Selection, type Source } from './syntax.ts';

/** Throws a 400 that names the place for anything this stand-in cannot read. */
export function parseQuery(text: string): Query {
  const reader = readerOf(text);
  const query = queryReader(reader)();
  if (reader.peek().type !== 'end') reader.fail();
  return query;
}

function queryReader(reader: Reader): () => Query {
  const { takeWord, takeSymbol, needWord, needSymbol, isWord, isSymbol } = reader;
  const { expression, path } = expressionReader(reader, query);

  function query(): Query {
    needWord('SELECT');
    const isDistinct = takeWord('DISTINCT');
    const top = takeWord('TOP') ? count() : undefined;
    const selection = readSelection();
    const from = takeWord('FROM') ? sources() : [];
    const where = takeWord('WHERE') ? expression() : undefined;
    const groupBy = takeWord('GROUP') && needWord('BY') ? reader.list(expression) : undefined;
    const orderBy = takeWord('ORDER') && needWord('BY') ? reader.list(ordering) : [];
    const offset = takeWord('OFFSET') ? count() : undefined;
    const limit = offset && needWord('LIMIT') ? count() : undefined;
    return {
      isDistinct,
      selection,
      from,
      orderBy,
      ...(top && { top }),
      ...(where && { where }),
      ...(groupBy && { groupBy }),
      ...(offset && limit && { offset, limit }),
    };
  }

  function count(): Expression {
    const { type, text } = reader.next();
    if (type === 'parameter') return { kind: 'parameter', name: text };
    return type === 'number' ? { kind: 'literal', value: Number(text) } : reader.fail();
  }

  function readSelection(): Selection {
    if (takeSymbol('*')) return { kind: 'all' };
    // `VALUE` is a word of its own only before an expression: `SELECT value.x` reads a property.
    if (isWord('VALUE') && !isSymbol('.', 1) && takeWord('VALUE')) return { kind: 'value', value: expression() };
    let unnamed = 0;
    const entries = reader.list(() => {
      const value = expression();
      const name =
        givenName() ?? plainPath(value)?.segments.at(-1) ?? (value.kind === 'name' ? value.name : `$${++unnamed}`);
      return { name, value };
    });
    return { kind: 'properties', entries };
  }

  const givenName = (): string | undefined => {
    if (takeWord('AS')) return reader.name();
    return reader.isName() ? reader.alias() : undefined;
  };

  function ordering(): Ordering {
    const by = expression();
    const descending = takeWord('DESC');
    if (!descending) takeWord('ASC');
    return { by, descending };
  }

  function sources(): Source[] {
    const all = [source()];
    while (takeWord('JOIN')) all.push(source());
    return all;
  }

  function elements(): Expression {
    needSymbol('(');
    const inner = query();
    needSymbol(')');
    return { kind: 'subquery', as: 'array', query: inner };
  }

  function source(): Source {
    if (takeSymbol('(')) {
      const inner = query();
      needSymbol(')');
      return { kind: 'query', query: inner, alias: givenName() ?? reader.fail() };
    }
    if (isWord('IN', 1)) {
      const alias = reader.alias();
      needWord('IN');
      return { kind: 'each', alias, of: isSymbol('(') && isWord('SELECT', 1) ? elements() : path() };
    }
    const of = path();
    const plain = plainPath(of) ?? reader.fail();
    return { kind: 'path', of, alias: givenName() ?? plain.segments.at(-1) ?? plain.root };
  }

  return query;
}
