import { errors } from '../errors.ts';
import { isGrouped, partsOf, selected, type Expression, type Query } from './syntax.ts';

const same = (a: Expression, b: Expression): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Each property selected beside an aggregate must be what the rows are grouped by: else which row's would it be? */
function isSettled(expression: Expression, groupBy: readonly Expression[]): boolean {
  if (expression.kind === 'aggregate' || groupBy.some((by) => same(by, expression))) return true;
  if (expression.kind === 'name' || expression.kind === 'subquery') return false;
  return partsOf(expression).every((part) => isSettled(part, groupBy));
}

export function checkGrouping(query: Query): void {
  if (!isGrouped(query)) return;
  if (query.groupBy && query.orderBy.length > 0)
    throw errors.badRequest("'ORDER BY' is not supported together with 'GROUP BY'.");
  if (query.selection.kind === 'all') throw errors.badRequest("'SELECT *' is not supported together with 'GROUP BY'.");
  if (!selected(query).every((expression) => isSettled(expression, query.groupBy ?? []))) {
    throw errors.badRequest(
      'Property reference is invalid in the select list because it is not contained in either an aggregate function or the GROUP BY clause.',
    );
  }
}
