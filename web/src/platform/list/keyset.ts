import type { Page } from '#domain/kernel/page.ts';

type Link<Row> = { cursor: string | undefined; from: number; page: Page<Row> | null };

/**
 * The pages of one list as a chain, and its rows by their place. A list is known by its key; while the pages of a new
 * key are on their way, the rows of the one before stand.
 */
export type Keyset<Row> = {
  key: string;
  /** Whose rows these are; null before the first. */
  shownKey: string | null;
  links: readonly Link<Row>[];
  rows: readonly (Row | undefined)[];
};

const skeletons = 50;
const begin = { cursor: undefined, from: 0, page: null };

export const emptyKeyset = <Row>(key: string): Keyset<Row> => ({ key, shownKey: null, links: [begin], rows: [] });

export const askAnew = <Row>(keyset: Keyset<Row>, key: string): Keyset<Row> => ({ ...keyset, key, links: [begin] });

/** Puts a page that came, or came again, in its place. What stands behind it holds only if it still begins there. */
export function placePage<Row>(keyset: Keyset<Row>, index: number, page: Page<Row>): Keyset<Row> {
  const link = keyset.links[index];
  if (!link || link.page === page) return keyset;
  const end = link.from + page.items.length;
  const next = keyset.links[index + 1];
  const holds = next && next.cursor === page.nextCursor && next.from === end;
  const rest = holds ? keyset.links.slice(index + 1) : following(page, end);

  const known = keyset.shownKey === keyset.key ? keyset.rows : [];
  const rows = known.slice(0, link.from).concat(page.items, page.nextCursor === null ? [] : known.slice(end));
  return {
    key: keyset.key,
    shownKey: keyset.key,
    links: [...keyset.links.slice(0, index), { ...link, page }, ...rest],
    rows,
  };
}

const following = <Row>({ nextCursor }: Page<Row>, from: number): Link<Row>[] =>
  nextCursor === null ? [] : [{ cursor: nextCursor, from, page: null }];

/** The last page is here: the number of rows is the number of all. */
export const isWhole = <Row>({ links, key, shownKey }: Keyset<Row>): boolean =>
  key === shownKey && links.at(-1)?.page !== null;

/** How many rows are here, and how many stand in the table: a few more while there are more to come. */
export function countsOf<Row>(keyset: Keyset<Row>): { loaded: number; shown: number } {
  const loaded = keyset.rows.length;
  if (keyset.key !== keyset.shownKey || isWhole(keyset)) return { loaded, shown: loaded };
  return { loaded, shown: Math.max(loaded, (keyset.links.at(-1)?.from ?? 0) + skeletons) };
}

/** The places of the pages that these rows need, the one before `to` being the last row. */
export function pagesOf<Row>({ links }: Keyset<Row>, { from, to }: { from: number; to: number }): number[] {
  return links.flatMap((link, index) => {
    // An empty page stands for one row, or nobody would ask for it again when somebody comes.
    const end = link.page ? link.from + Math.max(link.page.items.length, 1) : Infinity;
    return link.from < to && end > from ? [index] : [];
  });
}
