import { parseToken } from './continuation.ts';
import { parseJson } from './json.ts';
import { pageOf, type Page, type PageRequest } from './page.ts';
import { partlyRead } from './partly-read.ts';
import { scan, type Scan } from './scan.ts';
import { comparePlaces, gather, type Input } from './sql/gather.ts';
import { pathsUsed } from './sql/paths-used.ts';
import { innermost, type Selector } from './sql/select.ts';

function* inputs(selector: Selector, from: Scan): Iterable<Input> {
  const paths = pathsUsed(innermost(selector).query);
  if (paths) return yield* partlyRead(from, paths);
  const isFitting = from.narrowing.isExact;
  for (const { row, body } of scan.rows(from)) yield { row, document: parseJson(body), isFitting };
}

/** For DISTINCT, GROUP BY, aggregates and orders without a column: works all results out, then cuts a page from them. */
export function gatheredPage({ selector, parameters, scan: from, limit, token, order }: PageRequest): Page {
  let documentsRead = 0;
  function* documents(): Iterable<Input> {
    for (const input of inputs(selector, { ...from, order: [] })) {
      documentsRead++;
      yield input;
    }
  }
  const inputsOf = ({ inner }: Selector): Iterable<Input> => {
    if (!inner) return documents();
    return gather(inner, inputsOf(inner), parameters).map(({ value }, row) => ({ row, document: value }));
  };

  const all = gather(selector, inputsOf(selector), parameters);
  const after = token === undefined ? undefined : parseToken(token, order.keys + 1).after;
  const rest = after ? all.filter(({ place }) => comparePlaces(selector.query, place, after) > 0) : all;
  const page = pageOf(limit);
  const given = rest.slice(0, limit).filter(({ value }) => page.add(JSON.stringify(value)));
  const last = given.at(-1);
  if (!last || given.length === rest.length) return { texts: page.texts, documentsRead };
  return { texts: page.texts, documentsRead, next: { after: last.place, row: 0, done: 0, skip: 0, take: null } };
}
