import { Card, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './chart-card.module.css';

type Props = {
  title: string;
  /** At the right of the title. */
  aside?: ReactNode;
  /** One sentence about how to read it. */
  note?: ReactNode;
  /** The same figures as a table: charts are for the eye. */
  table?: ReactNode;
  children: ReactNode;
};

export function ChartCard({ title, aside, note, table, children }: Props) {
  const id = useId();
  return (
    <Card component="section" aria-labelledby={id} className={classes.card}>
      <header className={classes.head}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {aside}
      </header>
      {children}
      {note && <p className={classes.note}>{note}</p>}
      {table && (
        <details className={classes.details}>
          <summary>Show as a table</summary>
          {table}
        </details>
      )}
    </Card>
  );
}
