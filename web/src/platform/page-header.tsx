import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page-header.module.css';

type Props = { title: string; sub?: ReactNode; actions?: ReactNode };

/** The one `h1` of a page, what stands beside it, and the page's actions at the right. */
export function PageHeader({ title, sub, actions }: Props) {
  return (
    <header className={classes.header}>
      <title>{`${title} · StarOne CRM`}</title>
      <div className={classes.words}>
        <Title order={1}>{title}</Title>
        {sub && <div className={classes.sub}>{sub}</div>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
