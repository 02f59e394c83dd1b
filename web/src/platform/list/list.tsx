import { VisuallyHidden } from '@mantine/core';
import { hashKey } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Failed } from '#web/platform/faces.tsx';
import { DataTable, type TableProps } from './data-table.tsx';
import { ExportLink } from './export-link.tsx';
import type { Filter } from './filter.ts';
import { hiddenIn } from './list-search.ts';
import { NoMatch } from './no-match.tsx';
import { Pager } from './pager.tsx';
import { isEmpty } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import { Toolbar } from './toolbar.tsx';
import { useCodeAhead } from './use-code-ahead.ts';
import { type CountQuery, useCount } from './use-count.ts';
import { type PageQuery, useKeyset } from './use-keyset.ts';
import { useListUrl } from './use-list-url.ts';
import { usePeek, type Walk } from './use-peek.ts';
import { type At, useRowKeys } from './use-row-keys.ts';
import { useSelection } from './use-selection.ts';
import classes from './pager.module.css';

type Props<Row> = Pick<TableProps<Row>, 'label' | 'columns' | 'idOf' | 'linkOf'> & {
  /** One row in a sentence: "customer". */
  noun: string;
  pages: PageQuery<Row>;
  count?: CountQuery;
  /** The order when the address names none. */
  usualSort?: string;
  /** What the search looks at; with neither a search nor filters the list has no toolbar. */
  search?: string;
  filters?: readonly Filter[];
  /** A page's own filters: what stands in the toolbar, and the words of each for "no match". */
  own?: { children?: ReactNode; words: Readonly<Record<string, string>> };
  /** What is here when there is nothing at all. */
  empty: ReactNode;
  /** Shows a row in a drawer beside the list, instead of following its link. */
  renderPeek?: (id: string, walk: Walk) => ReactNode;
  /** The word in the address for the row that lies open. */
  peekWord?: string;
  /** Letters of the page's own, about the row the keyboard stands on or that lies open. */
  letters?: Readonly<Record<string, (row: Row | undefined) => void>>;
  /** What picked rows are called, and what can be done with them; without it rows cannot be picked. */
  picking?: {
    nameOf: (row: Row) => string;
    /** The file of the picked rows, or of all that match. */
    fileOf?: (ids: string[] | undefined) => string;
    actions?: (picked: Picked<Row>) => ReactNode;
  };
};

/** Rows picked by hand; `rows` is undefined when all that match are meant, whatever their number. */
export type Picked<Row> = { rows: readonly Row[] | undefined; count: number | undefined; clear: () => void };

const noFilters: readonly Filter[] = [];
const noWords = {};

/** A list route as a page sees it: all of it stands in the address, and it has all its faces. */
export function List<Row>({ pages, count, usualSort, filters = noFilters, picking, ...props }: Props<Row>) {
  const { label, idOf, linkOf } = props;
  const url = useListUrl();
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const list = useKeyset(pages);
  const wish = hashKey(pages(undefined).queryKey);
  const counted = useCount({ count, wish, list });
  const picked = useSelection(wish, list.rows, idOf);
  const isPicking = picking !== undefined && !isEmpty(picked.selection);
  const [walkedTo, stand] = useState<At | null>(null);
  const at = walkedTo && walkedTo.index < list.loaded ? walkedTo : null;
  const peeked = usePeek({
    isOffered: props.renderPeek !== undefined,
    word: props.peekWord ?? 'peek',
    rows: list.rows,
    idOf,
    stand,
  });
  const isPeeking = peeked.id !== undefined;
  useRowKeys({
    at,
    stand,
    loaded: list.loaded,
    onSearch: () => searchBox.current?.focus(),
    onOpen: (index) => {
      const row = list.rows[index];
      if (row && props.renderPeek) peeked.open(idOf(row));
      else if (row && linkOf) void navigate({ to: linkOf(row) });
    },
    onToggle:
      picking &&
      ((index, isRange) => {
        const row = list.rows[index];
        if (row) picked.onToggle(idOf(row), isRange);
      }),
    onClear: isPeeking ? peeked.close : isPicking ? picked.clear : undefined,
    onWalk: isPeeking ? (step) => (step === 1 ? peeked.next : peeked.previous)?.() : undefined,
    onLetter: (key, index) => {
      const act = props.letters?.[key];
      return act !== undefined && (() => act(isPeeking ? peeked.row : list.rows[index]));
    },
  });
  const drawer = peeked.id !== undefined && props.renderPeek?.(peeked.id, peeked);
  useTopOnChange(box, wish);
  const [first] = list.rows;
  useCodeAhead(first && linkOf?.(first));

  const ownWords = props.own?.words ?? noWords;
  const asked = ['q', ...filters.map(({ id }) => id), ...Object.keys(ownWords)];
  const isFiltered = asked.some((id) => url.search[id] !== undefined);
  const isNothing = list.loaded === 0 && !list.isPending && !list.isStale && list.error === null;
  if (isNothing && !isFiltered) {
    return (
      <>
        {props.empty}
        {drawer}
      </>
    );
  }

  const hidden = hiddenIn(url.search['cols'], props.columns);
  const columns =
    hidden.length > 0 ? props.columns.filter(({ id }, at) => at === 0 || !hidden.includes(id)) : props.columns;
  const isShown = list.isPending || list.loaded > 0;
  return (
    <div ref={box}>
      {(props.search ?? filters[0]) !== undefined && (
        <Toolbar label={label} columns={props.columns} search={props.search} filters={filters} searchRef={searchBox}>
          {props.own?.children}
        </Toolbar>
      )}
      <VisuallyHidden role="status">
        {list.isPending || list.isStale
          ? `Loading ${label.toLowerCase()}`
          : counted.words && `${counted.words} in the list`}
      </VisuallyHidden>
      {isNothing && <NoMatch noun={props.noun} filters={filters} others={ownWords} />}
      {isShown && (
        <DataTable
          label={label}
          columns={columns}
          rows={list.rows}
          shown={list.isPending ? skeletons : list.shown}
          total={counted.total}
          idOf={idOf}
          linkOf={linkOf}
          isStale={list.isStale}
          sorting={
            usualSort === undefined
              ? undefined
              : {
                  current: url.search['sort'] ?? usualSort,
                  choose: (sort) => url.show({ sort: sort === usualSort ? undefined : sort }),
                }
          }
          selecting={
            picking && {
              value: picked.selection,
              nameOf: picking.nameOf,
              onToggle: picked.onToggle,
              onLoaded: picked.onLoaded,
              loaded: picked.loaded,
            }
          }
          peek={props.renderPeek && peeked}
          at={at}
          see={list.see}
        />
      )}
      {list.error !== null && list.loaded === 0 && <Failed error={list.error} retry={list.retry} />}
      <div className={classes.foot} hidden={list.loaded === 0}>
        {list.error !== null && list.loaded > 0 && <Failed error={list.error} retry={list.retry} />}
        <Pager loaded={list.loaded} count={counted} />
        {isPicking && (
          <SelectionBar selection={picked.selection} matching={counted.words} onAll={picked.all} onClear={picked.clear}>
            {picking.actions?.(pickedOf(picked, list.rows, idOf, counted.total))}
            {picking.fileOf && <ExportLink selection={picked.selection} hrefOf={picking.fileOf} />}
          </SelectionBar>
        )}
      </div>
      {drawer}
    </div>
  );
}

function pickedOf<Row>(
  { selection: { ids, isAll }, clear }: ReturnType<typeof useSelection<Row>>,
  loaded: readonly (Row | undefined)[],
  idOf: (row: Row) => string,
  total: number | undefined,
): Picked<Row> {
  if (isAll) return { rows: undefined, count: total, clear };
  const rows = loaded.filter((row): row is Row => row !== undefined && ids.has(idOf(row)));
  return { rows, count: rows.length, clear };
}

/** Rows in their final height while the first page is on its way. */
const skeletons = 8;

/** Another order or filter begins at the top of the list, wherever somebody had scrolled to. */
function useTopOnChange(box: { current: HTMLElement | null }, wish: string) {
  const before = useRef(wish);
  useEffect(() => {
    if (before.current === wish) return;
    before.current = wish;
    const main = box.current?.closest('main');
    if (!main || !box.current) return;
    const top = box.current.getBoundingClientRect().top - main.getBoundingClientRect().top;
    if (top < 0) main.scrollBy({ top });
  }, [box, wish]);
}
