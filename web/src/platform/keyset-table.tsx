import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Page } from '#domain/kernel/page.ts';
import { DataTable, type TableProps } from './data-table.tsx';
import { Failed, Loading } from './faces.tsx';

type Props<Row> = Omit<TableProps<Row>, 'rows' | 'more' | 'isStale'> & {
  query: UseInfiniteQueryResult<InfiniteData<Page<Row>>>;
  empty: ReactNode;
};

/** A list route as a table with all its faces: loading, empty, failed, and the rows so far with the way to more. */
export function KeysetTable<Row>({ query, empty, ...table }: Props<Row>) {
  if (query.isPending) return <Loading label={`Loading ${table.label.toLowerCase()}`} />;
  const failed = query.isError && <Failed error={query.error} retry={() => void query.refetch()} />;
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (rows.length === 0) return failed || empty;

  const more = { load: () => void query.fetchNextPage(), isLoading: query.isFetchingNextPage };
  return (
    <>
      {failed}
      <DataTable {...table} rows={rows} more={query.hasNextPage ? more : null} isStale={query.isPlaceholderData} />
    </>
  );
}
