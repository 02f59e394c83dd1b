import { Button, Title } from '@mantine/core';
import { type ReactNode, useId, useMemo, useState } from 'react';
import { useMe } from '#web/members/me.ts';
import { DataTable } from '#web/platform/list/data-table.tsx';
import { type ExpectedCustomer, forecastColumns } from './forecast-columns.tsx';
import classes from './forecasts.module.css';

const shownFirst = 5;

type Props = { title: string; rows: readonly ExpectedCustomer[]; none: string; children: ReactNode };

/** The first of a list, and all of it when asked. */
export function ForecastList({ title, rows, none, children }: Props) {
  const id = useId();
  const { currency } = useMe().workspace;
  const columns = useMemo(() => forecastColumns(currency), [currency]);
  const [isWhole, setIsWhole] = useState(false);
  const more = rows.length > shownFirst && (
    <Button variant="subtle" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
      {isWhole ? `Show the first ${shownFirst}` : `Show all ${rows.length}`}
    </Button>
  );
  return (
    <section className={classes.list} aria-labelledby={id}>
      <header className={classes.listHead}>
        <div>
          <Title order={2} id={id}>
            {title} <span className="count">{rows.length}</span>
          </Title>
          <p className={classes.sub}>{rows.length > 0 ? children : none}</p>
        </div>
        {more}
      </header>
      {rows.length > 0 && (
        <DataTable
          label={title}
          columns={columns}
          rows={isWhole ? rows : rows.slice(0, shownFirst)}
          idOf={idOf}
          linkOf={linkOf}
        />
      )}
    </section>
  );
}

const idOf = ({ id }: { id: string }) => id;
const linkOf = ({ id }: { id: string }) => `/customers/${id}`;
