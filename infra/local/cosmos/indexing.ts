import { pathSegments } from './json.ts';

export interface IndexingPolicy {
  indexingMode?: string;
  automatic?: boolean;
  includedPaths?: { path: string }[];
  excludedPaths?: { path: string }[];
  compositeIndexes?: { path: string; order?: string }[][];
}

export const defaultPolicy: IndexingPolicy = {
  indexingMode: 'consistent',
  automatic: true,
  includedPaths: [{ path: '/*' }],
  excludedPaths: [{ path: '/"_etag"/?' }],
};

/** One SQLite column of sort keys for each path the policy names. */
export interface Column {
  path: string;
  segments: string[];
  name: string;
}
export interface CompositePart {
  path: string;
  descending: boolean;
}
export interface Layout {
  columns: Column[];
  composites: CompositePart[][];
  /** Paths such as `/tags/[]/?`: one row per element in a table beside the documents. */
  arrays: { path: string; segments: string[] }[];
}

export const pathName = (segments: readonly string[]): string => segments.map((segment) => `/${segment}`).join('');

export function layoutOf(policy: IndexingPolicy): Layout {
  const included = (policy.includedPaths ?? []).map(({ path }) => pathSegments(path));
  const composites = (policy.compositeIndexes ?? []).map((parts) =>
    parts.map(({ path, order }) => ({ path: pathName(pathSegments(path)), descending: order === 'descending' })),
  );
  const scalars = included
    .filter((segments) => segments.at(-1) === '?' && !segments.includes('[]'))
    .map((segments) => segments.slice(0, -1));
  const paths = new Map(
    [...scalars, ...composites.flat().map(({ path }) => pathSegments(path))].map((it) => [pathName(it), it]),
  );
  paths.delete('/id');
  const arrays = included
    .filter((segments) => segments.at(-1) === '?' && segments.indexOf('[]') === segments.length - 2)
    .map((segments) => segments.slice(0, -2));

  return {
    columns: [
      { path: '/id', segments: ['id'], name: 'id' },
      ...[...paths].map(([path, segments], at) => ({ path, segments, name: `key${at}` })),
    ],
    composites,
    arrays: arrays.map((segments) => ({ path: pathName(segments), segments })),
  };
}

function covers(pattern: readonly string[], segments: readonly string[]): boolean {
  const stem = pattern.slice(0, -1);
  if (pattern.at(-1) === '?' && stem.length !== segments.length) return false;
  return stem.every((segment, at) => segment === segments[at]);
}

/** The most precise path wins, and `?` is more precise than `*`, as in the service. */
const precision = (pattern: readonly string[]): number => pattern.length * 2 + (pattern.at(-1) === '?' ? 1 : 0);

/** May the service order by this path? `id` and `_ts` always have an index. */
export function isIndexed(policy: IndexingPolicy, segments: readonly string[]): boolean {
  if (policy.indexingMode === 'none') return false;
  if (segments.length === 1 && (segments[0] === 'id' || segments[0] === '_ts')) return true;
  const best = (paths: { path: string }[] = []): number =>
    Math.max(
      -1,
      ...paths
        .map(({ path }) => pathSegments(path))
        .filter((pattern) => covers(pattern, segments))
        .map(precision),
    );
  return best(policy.includedPaths) > best(policy.excludedPaths);
}

/** A composite index serves its own order and the whole of it turned round, nothing else. */
export function servingComposite(layout: Layout, order: readonly CompositePart[]): CompositePart[] | undefined {
  return layout.composites.find(
    (parts) =>
      parts.length === order.length &&
      parts.every((part, at) => part.path === order[at]?.path) &&
      new Set(parts.map((part, at) => part.descending === order[at]?.descending)).size === 1,
  );
}

/** The column that holds this path's sort keys, if the policy names the path. */
export const columnOf = (layout: Layout, path: string): string | undefined =>
  layout.columns.find((column) => column.path === path)?.name;
