import { documentAlias, partsOf, plainPath, selected, type Expression, type Query } from './syntax.ts';

/**
 * The paths of a document that a query looks at: to answer it nothing else has to be read. Undefined where it looks at
 * documents whole, or in a way that is not told beforehand.
 */
export function pathsUsed(query: Query): string[][] | undefined {
  const root = documentAlias(query);
  if (root === undefined || query.from.length > 1 || query.selection.kind === 'all') return undefined;
  const { where, groupBy = [], orderBy, top, offset, limit } = query;
  const asked = [...selected(query), where, ...groupBy, ...orderBy.map(({ by }) => by), top, offset, limit];
  const paths: string[][] = [];
  const isTold = asked.every((expression) => !expression || collect(expression, root, paths));
  return isTold ? withoutParts(paths) : undefined;
}

/** False when it looks at more than plain paths. */
function collect(expression: Expression, root: string, paths: string[][]): boolean {
  const path = plainPath(expression);
  if (path?.root === root && path.segments.length > 0) {
    paths.push(path.segments);
    return path.segments.every((segment) => /^\w+$/.test(segment));
  }
  if (expression.kind === 'subquery' || expression.kind === 'name') return false;
  return partsOf(expression).every((part) => collect(part, root, paths));
}

/** Each once, and none that lies within another. */
const withoutParts = (paths: readonly string[][]): string[][] =>
  paths.filter((path, at) =>
    paths.every((other, before) => {
      const isWithin = other.length <= path.length && other.every((segment, depth) => segment === path[depth]);
      return !isWithin || before === at || (other.length === path.length && before > at);
    }),
  );
