import type { CleanedWhere } from 'better-auth/adapters';

export type Row = Record<string, unknown>;

/** What Cosmos stores has no dates: a moment is compared as the text it is stored as. */
export function plain(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.map(plain) : value;
}

/** Every AND condition, and one of the OR conditions where there are any: as the engine's own adapters read it. */
export function matches(row: Row, where: readonly CleanedWhere[]): boolean {
  const all = where.filter((condition) => condition.connector !== 'OR');
  const any = where.filter((condition) => condition.connector === 'OR');
  return all.every((one) => holds(row, one)) && (any.length === 0 || any.some((one) => holds(row, one)));
}

function holds(row: Row, { field, operator, value, mode }: CleanedWhere): boolean {
  const fold = mode === 'insensitive' ? lower : (same: unknown) => same;
  const has = fold(plain(row[field]));
  const wanted = fold(plain(value));
  switch (operator) {
    case 'ne':
      return wanted === null ? has != null : has !== wanted;
    case 'in':
      return Array.isArray(wanted) && wanted.includes(has);
    case 'not_in':
      return Array.isArray(wanted) && !wanted.includes(has);
    case 'contains':
      return typeof has === 'string' ? has.includes(String(wanted)) : Array.isArray(has) && has.includes(wanted);
    case 'starts_with':
      return typeof has === 'string' && has.startsWith(String(wanted));
    case 'ends_with':
      return typeof has === 'string' && has.endsWith(String(wanted));
    case 'gt':
      return areKnown(has, wanted) && order(has, wanted) > 0;
    case 'gte':
      return areKnown(has, wanted) && order(has, wanted) >= 0;
    case 'lt':
      return areKnown(has, wanted) && order(has, wanted) < 0;
    case 'lte':
      return areKnown(has, wanted) && order(has, wanted) <= 0;
    default:
      return wanted === null ? has == null : has === wanted;
  }
}

const areKnown = (...values: unknown[]): boolean => values.every((value) => value != null);

function lower(value: unknown): unknown {
  if (typeof value === 'string') return value.toLowerCase();
  return Array.isArray(value) ? value.map(lower) : value;
}

/** Missing values come first. */
export function order(one: unknown, other: unknown): number {
  const [a, b] = [plain(one), plain(other)];
  if (a == null || b == null) return Number(a != null) - Number(b != null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [left, right] = [textOf(a), textOf(b)];
  return left < right ? -1 : Number(left > right);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
