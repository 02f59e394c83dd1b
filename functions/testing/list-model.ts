import * as fc from 'fast-check';
import type { Page } from '#domain/kernel/page.ts';
import type { ProducedFile } from '#domain/kernel/route.ts';

type PageOf<T> = (at: { cursor: string | undefined; limit: number }) => Promise<Page<T>>;

/** A list read to its end. */
export async function everyPage<T>(page: PageOf<T>, limit: number): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const next = await page({ cursor, limit });
    items.push(...next.items);
    cursor = next.nextCursor ?? undefined;
  } while (cursor);
  return items;
}

/** A file that is made while it is sent, line by line. */
export async function linesOf({ text }: ProducedFile): Promise<string[]> {
  let all = '';
  for await (const part of text) all += part;
  return all.split('\r\n');
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether each word of the question begins a word of the texts, looked at one by one. */
export function isFound(q: string | undefined, ...texts: (string | null | undefined)[]): boolean {
  const words = plain(texts.join(' ')).split(/\s+/);
  const beginnings = [...words, ...words.flatMap((word) => word.split(/[^a-z0-9]+/))];
  const asked = plain(q ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return asked.every((word) => beginnings.some((beginning) => beginning.startsWith(word)));
}

type Key = string | number | null;
const before = (a: Key, b: Key): number => {
  if (a === b) return 0;
  if (a === null) return -1;
  return b === null || a < b ? (b === null ? 1 : -1) : 1;
};

/** The items' ids in the order asked for; equal ones by id. */
export function idsInOrder<T extends { id: string }>(
  items: T[],
  sort: string,
  keys: Record<string, (item: T) => Key>,
): string[] {
  const key = keys[sort.replace('-', '')]!;
  const sorted = items.toSorted((a, b) => before(key(a), key(b)) || before(a.id, b.id));
  return (sort.startsWith('-') ? sorted.reverse() : sorted).map(({ id }) => id);
}

/** A few words that share their beginnings, accents and capitals among them. */
export const someName = fc
  .array(fc.constantFrom('Ada', 'ADAM', 'Åse', 'Émile', 'Holm', 'O’Brien', 'Holt-Berg', 'zoë'), {
    minLength: 1,
    maxLength: 2,
  })
  .map((words) => words.join(' '));
export const someQuestion = fc.constantFrom(undefined, 'a', 'ad', 'ase', 'emi', 'ho', 'ho a', 'berg', 'brien', 'q');
export const oftenNot = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 1 });
export const somePageSize = fc.integer({ min: 2, max: 8 });
