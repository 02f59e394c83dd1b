import type { ReactNode, RefObject } from 'react';
import type { NamedColumn } from './column.ts';
import { ColumnPicker } from './column-picker.tsx';
import { DensityChoice } from './density.tsx';
import { chosenOf, type Filter } from './filter.ts';
import { FilterButton } from './filter-button.tsx';
import { colsOf, hiddenIn } from './list-search.ts';
import { SearchBox } from './search-box.tsx';
import { useListUrl } from './use-list-url.ts';
import classes from './toolbar.module.css';

export type ToolbarProps = {
  label: string;
  columns: readonly NamedColumn[];
  /** What the search looks at, such as "Name or e-mail". */
  search: string | undefined;
  filters: readonly Filter[];
  /** A page's own filter, such as a person found by typing. */
  children?: ReactNode;
  searchRef: RefObject<HTMLInputElement | null>;
};

/** Search, filters, columns and row height, in this order; on a phone they scroll sideways in a strip of their own. */
export function Toolbar({ label, columns, search, filters, children, searchRef }: ToolbarProps) {
  const url = useListUrl();
  return (
    <div role="search" aria-label={label} className={classes.bar}>
      {search !== undefined && (
        <SearchBox
          ref={searchRef}
          label={`Search ${label.toLowerCase()}`}
          placeholder={search}
          q={url.search['q'] ?? ''}
          onSearch={(q) => url.show({ q: q || undefined }, 'typing')}
        />
      )}
      {children}
      {filters.map((filter) => (
        <FilterButton
          key={filter.id}
          filter={filter}
          chosen={chosenOf(filter, url.search)}
          onChange={(chosen) => url.show({ [filter.id]: chosen.join(',') || undefined })}
        />
      ))}
      <div className={classes.view}>
        <ColumnPicker
          columns={columns}
          hidden={hiddenIn(url.search['cols'], columns)}
          onChange={(hidden) => url.show({ cols: colsOf(hidden, columns) })}
        />
        <DensityChoice />
      </div>
    </div>
  );
}
