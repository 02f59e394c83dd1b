import { Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed, Loading } from '#web/platform/faces.tsx';
import classes from './home.module.css';

type Props<Data> = {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  /** How many rows there are as a rule: so much room is kept for them. */
  usual?: number;
  /** Said instead of rows when there are none. */
  empty: string;
  rows: (data: Data) => readonly ReactNode[];
};

/** The rows of a card with its other faces; one card that fails leaves the rest of the page whole. */
export function AnswerRows<Data>({ query: { data, error, refetch }, usual = 3, empty, rows }: Props<Data>) {
  if (data === undefined) {
    return error ? (
      <div className={classes.inset}>
        <Failed error={error} retry={() => void refetch()} />
      </div>
    ) : (
      <Loading rows={usual} />
    );
  }
  const shown = rows(data);
  if (shown.length === 0) {
    return (
      <Text size="md" c="dimmed" className={classes.inset}>
        {empty}
      </Text>
    );
  }
  return <ul className={classes.rows}>{shown}</ul>;
}
