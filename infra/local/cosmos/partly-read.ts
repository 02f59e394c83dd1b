import { columnOf, pathName } from './indexing.ts';
import { parseJson, type JsonObject, type Value } from './json.ts';
import { scan, type Scan } from './scan.ts';
import { valueOfKey } from './sort-key.ts';
import type { Input } from './sql/gather.ts';

/** A value's place in a row, and how it is read from there. */
interface Part {
  segments: readonly string[];
  sql: string;
  read(stored: string): Value;
}

/** The rows with these paths of their documents only: taking a hundred thousand whole documents apart takes seconds. */
export function* partlyRead(from: Scan, paths: readonly (readonly string[])[]): Iterable<Input> {
  const parts = paths.map((segments) => partOf(from, segments));
  for (const stored of scan.columns(from, [...parts.map(({ sql }) => sql), 'row'])) {
    const document: JsonObject = {};
    for (let at = 0; at < parts.length; at++) {
      const text = stored[at];
      if (typeof text === 'string') put(document, parts[at]!.segments, parts[at]!.read(text));
    }
    yield { row: Number(stored[parts.length]), document, isFitting: from.narrowing.isExact };
  }
}

function partOf({ container: { tables } }: Scan, segments: readonly string[]): Part {
  const column = columnOf(tables.layout, pathName(segments));
  if (column) return { segments, sql: column, read: valueOfKey };
  return { segments, sql: `body -> '$.${segments.map((segment) => `"${segment}"`).join('.')}'`, read: parseJson };
}

function put(document: JsonObject, segments: readonly string[], value: Value): void {
  if (value === undefined) return;
  let inner = document;
  const last = segments.length - 1;
  for (let depth = 0; depth < last; depth++) inner = (inner[segments[depth]!] ??= {}) as JsonObject;
  inner[segments[last]!] = value;
}
