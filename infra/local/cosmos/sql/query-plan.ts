import type { Bindings } from './evaluate.ts';
import { selectorFor } from './query-text.ts';
import type { AggregateName, Query } from './syntax.ts';

const planNames: Record<AggregateName, string> = { COUNT: 'Count', SUM: 'Sum', AVG: 'Average', MIN: 'Min', MAX: 'Max' };

const aggregatesOf = ({ selection, groupBy }: Query): string[] =>
  !groupBy && selection.kind === 'value' && selection.value.kind === 'aggregate'
    ? [planNames[selection.value.name]]
    : [];

/**
 * The SDK asks for a plan beside the first page of every query and uses it only to fan out over partitions,
 * which this stand-in refuses; so the plan describes the query and rewrites nothing.
 */
export function planOf(text: string, parameters: Bindings): string {
  const selector = selectorFor(text, parameters);
  const { query } = selector;
  const ordered = query.orderBy.length > 0;
  return JSON.stringify({
    partitionedQueryExecutionInfoVersion: 2,
    queryInfo: {
      distinctType: query.isDistinct ? (ordered ? 'Ordered' : 'Unordered') : 'None',
      top: selector.count('top', parameters) ?? null,
      offset: selector.count('offset', parameters) ?? null,
      limit: selector.count('limit', parameters) ?? null,
      orderBy: query.orderBy.map(({ descending }) => (descending ? 'Descending' : 'Ascending')),
      orderByExpressions: [],
      groupByExpressions: [],
      groupByAliases: [],
      aggregates: aggregatesOf(query),
      groupByAliasToAggregateType: {},
      rewrittenQuery: '',
      hasSelectValue: query.selection.kind === 'value',
      dCountInfo: null,
      hasNonStreamingOrderBy: false,
    },
    queryRanges: [{ min: '', max: 'FF', isMinInclusive: true, isMaxInclusive: false }],
  });
}
