import type { Route } from './route.ts';

/** Classes of requests that are counted apart; the first two are held back elsewhere. */
export type Pace = 'webhook' | 'ways-in' | 'public' | 'heavy' | 'read' | 'write';

/** From what the route is. A webhook proves itself by its signature, and its sender comes again with what we refuse. */
export function paceOf(r: Route): Pace {
  if (r.from === 'webhook') return 'webhook';
  if (r.limit) return r.limit;
  if (r.access === 'public') return 'public';
  if (r.heavy || r.raw || r.produces === 'text/csv' || r.produces === 'file') return 'heavy';
  return r.method === 'GET' ? 'read' : 'write';
}
