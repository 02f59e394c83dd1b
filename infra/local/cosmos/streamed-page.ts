import { parseToken, type Continuation } from './continuation.ts';
import { parseJson } from './json.ts';
import { pageOf, type Page, type PageRequest } from './page.ts';
import { scan, type ScannedRow } from './scan.ts';

/** Reads rows in their order until the page is full: what comes after is not touched. */
export function streamedPage(request: PageRequest): Page {
  const { token, order, limit } = request;
  const state = token === undefined ? firstState(request) : parseToken(token, order.keys);
  const lastTime = token === undefined ? undefined : { ...state };
  const page = pageOf(limit);
  let documentsRead = 0;

  for (const found of scan.rows({ ...request.scan, ...(lastTime && { after: lastTime }) })) {
    documentsRead++;
    // The row the last page ended in may have results left.
    const alreadyGiven = lastTime?.row === found.row && documentsRead === 1 ? lastTime.done : 0;
    let at = 0;
    for (const text of resultsOf(request, found)) {
      if (at++ < alreadyGiven) continue;
      if (state.take === 0) return { texts: page.texts, documentsRead };
      if (state.skip > 0) state.skip--;
      else if (!page.add(text)) return { texts: page.texts, documentsRead, next: state };
      else if (state.take !== null) state.take--;
      Object.assign(state, { row: found.row, after: found.keys, done: at });
    }
    if (state.take === 0) break;
  }
  return { texts: page.texts, documentsRead };
}

function firstState({ selector, parameters }: PageRequest): Continuation {
  const take = selector.count('limit', parameters) ?? selector.count('top', parameters) ?? null;
  return { after: [], row: 0, done: 0, skip: selector.count('offset', parameters) ?? 0, take };
}

function* resultsOf(
  { selector, parameters, scan: { narrowing } }: PageRequest,
  { body }: ScannedRow,
): Iterable<string> {
  const { selection, from } = selector.query;
  // The stored text is the answer: no need to take the document apart.
  if (selection.kind === 'all' && from.length === 1 && narrowing.isExact) {
    yield body;
    return;
  }
  for (const bindings of selector.rows(parseJson(body), parameters)) {
    const value = selector.project(bindings);
    if (value !== undefined) yield JSON.stringify(value);
  }
}
