import type { Container } from './containers.ts';
import { errors } from './errors.ts';
import { columnOf, isIndexed, pathName, servingComposite } from './indexing.ts';
import { documentAlias, plainPath, type Query } from './sql/syntax.ts';

export interface OrderColumn {
  column: string;
  descending: boolean;
}
export interface Order {
  /** How many sort keys tell a place in this order. */
  keys: number;
  /** The columns that give the order, and last the row number, which tells equal rows apart. */
  columns: OrderColumn[];
  /** False when no column holds the path (it falls under a wildcard): the rows are sorted in memory. */
  isServed: boolean;
}

/** Refuses an order the service has no index for. */
export function orderOf(query: Query, { definition, tables: { layout } }: Container): Order {
  const root = documentAlias(query);
  const parts = query.orderBy.map(({ by, descending }) => {
    const path = plainPath(by);
    if (!path || path.segments.length === 0) {
      throw errors.badRequest(
        'Unsupported ORDER BY clause. ORDER BY item expression could not be mapped to a document path.',
      );
    }
    if (path.root !== root) throw errors.badRequest('Order-by over correlated collections is not supported.');
    return { path: pathName(path.segments), segments: path.segments, descending };
  });
  if (parts.length === 1 && !parts.every(({ segments }) => isIndexed(definition.indexingPolicy, segments))) {
    throw errors.badRequest('The order by query does not have a corresponding range index that it can be served from.');
  }
  const composite = parts.length > 1 ? servingComposite(layout, parts) : undefined;
  if (parts.length > 1 && !composite) {
    throw errors.badRequest(
      'The order by query does not have a corresponding composite index that it can be served from.',
    );
  }

  const columns = parts.map(({ path, descending }) => ({ column: columnOf(layout, path), descending }));
  const served = columns.filter((it): it is OrderColumn => it.column !== undefined);
  // Equal rows follow the direction in which the index is read, else SQLite would have to sort them.
  const first = parts[0];
  const isTurned = first !== undefined && first.descending !== (composite?.[0]?.descending ?? false);
  return {
    keys: parts.length,
    columns: [...served, { column: 'row', descending: isTurned }],
    isServed: served.length === parts.length,
  };
}
