import { parseTemplate, type Segment } from './route-template.ts';

export type Route<T> = { methods: string[]; template: string; target: T };
export type Match<T> = { target: T; params: Record<string, string> };

/**
 * Chooses by template, then by method, as ASP.NET Core does: the more exact template comes first at the first segment
 * that differs, and a template whose methods do not fit lets the next one try.
 */
export function routeTable<T>(routes: Route<T>[]) {
  const table = routes.map((route) => ({ ...route, segments: parseTemplate(route.template) }));
  table.sort((a, b) => compare(rank(a.segments), rank(b.segments)));

  return function match(method: string, pathname: string): Match<T> | null {
    const parts = pathname
      .replace(/^\/|\/$/g, '')
      .split('/')
      .map(decode);
    for (const { segments, methods, target } of table) {
      const params = methods.includes(method) ? paramsOf(segments, parts) : null;
      if (params) return { target, params };
    }
    return null;
  };
}

function paramsOf(segments: Segment[], parts: string[]): Record<string, string> | null {
  if (parts.length > segments.length && segments.at(-1)?.kind !== 'catchAll') return null;

  const params: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    const part = segment.kind === 'catchAll' ? parts.slice(index).join('/') : parts[index];
    if (segment.kind === 'literal') {
      if (part?.toLowerCase() !== segment.text) return null;
      continue;
    }
    const value = part || segment.fallback;
    if (value === undefined) {
      if (segment.isOptional) continue;
      return null;
    }
    if (!segment.constraints.every((holds) => holds(value))) return null;
    params[segment.name] = value;
  }
  return params;
}

const rank = (segments: Segment[]): string => segments.map(rankOf).join('');

function rankOf(segment: Segment): number {
  if (segment.kind === 'literal') return 1;
  const isConstrained = segment.constraints.length > 0;
  if (segment.kind === 'parameter') return isConstrained ? 2 : 3;
  return isConstrained ? 4 : 5;
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** Azure's server leaves an encoded slash encoded, and broken escapes as they are. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part.replace(/%2f/gi, '%252F'));
  } catch {
    return part;
  }
}
