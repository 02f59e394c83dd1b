import { Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './home.module.css';

type Props = {
  title: string;
  count?: string | undefined;
  to: string;
  /** What the page shows of it, as its address says it. */
  search?: Record<string, string>;
  toLabel: string;
  children: ReactNode;
};

/** A card of the Home page: a few rows, and the way to all of them. */
export function HomeCard({ title, count, to, search, toLabel, children }: Props) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <header className={classes.head}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {count && <span className="count">{count}</span>}
        <Link to={to} {...(search && { search })} className={classes.all}>
          {toLabel}
        </Link>
      </header>
      {children}
    </section>
  );
}
