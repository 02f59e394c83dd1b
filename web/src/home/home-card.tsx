import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './home.module.css';

type Props = { title: string; count?: string | undefined; to: string; toLabel: string; children: ReactNode };

/** A card of the Home page: a few rows, and the way to all of them. */
export function HomeCard({ title, count, to, toLabel, children }: Props) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <header className={classes.head}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {count && <span className="count">{count}</span>}
        <Link to={to} className={classes.all}>
          {toLabel}
        </Link>
      </header>
      {children}
    </section>
  );
}
