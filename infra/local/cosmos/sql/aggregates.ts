import type { Value } from '../json.ts';
import { compareValues } from '../sort-key.ts';
import type { AggregateName } from './syntax.ts';

function sum(values: readonly Value[]): number | undefined {
  let total = 0;
  for (const value of values) {
    if (typeof value !== 'number') return undefined;
    total += value;
  }
  return total;
}

const extreme = (values: readonly Value[], sign: 1 | -1): Value => {
  let best = values[0];
  for (const value of values) if (compareValues(value, best) * sign > 0) best = value;
  return best;
};

/** Values that are not there do not count; one value of a wrong type leaves SUM and AVG undefined. */
export function aggregate(name: AggregateName, given: readonly Value[]): Value {
  const values = given.filter((value) => value !== undefined);
  switch (name) {
    case 'COUNT':
      return values.length;
    case 'SUM':
      return sum(values);
    case 'AVG': {
      const total = sum(values);
      return total === undefined || values.length === 0 ? undefined : total / values.length;
    }
    case 'MIN':
      return extreme(values, -1);
    case 'MAX':
      return extreme(values, 1);
  }
}
