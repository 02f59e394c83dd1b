import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import classes from './section.module.css';

type Props = { title: string; count?: number | undefined; action?: ReactNode; children: ReactNode };

/** A part of a page: what it holds, how many, and the one act on all of it. */
export function Section({ title, count, action, children }: Props) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <header className={classes.head}>
        <Title order={2} id={id} className={classes.title ?? ''}>
          {title} {count !== undefined && <span className="count">{count}</span>}
        </Title>
        {action}
      </header>
      {children}
    </section>
  );
}

/** What is no row of a section: a form, a sentence, a failure. */
export const Inset = ({ children }: { children: ReactNode }) => <div className={classes.inset}>{children}</div>;

/** The rows of a section, a hairline between them. */
export const Rows = ({ label, children }: { label: string; children: ReactNode }) => (
  <ul className={classes.rows} aria-label={label}>
    {children}
  </ul>
);

type RowProps = { sign?: ReactNode; name: ReactNode; sub: ReactNode; children?: ReactNode };

/** A row that says more about its name in a second line; `children` are its buttons. */
export const Row = ({ sign, name, sub, children }: RowProps) => (
  <li className={classes.row}>
    {sign && <span className={classes.sign}>{sign}</span>}
    <div className={classes.words}>
      <div className={classes.name}>{name}</div>
      <div className={classes.sub}>{sub}</div>
    </div>
    {children}
  </li>
);
