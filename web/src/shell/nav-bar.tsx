import { Tooltip, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { Star } from '#web/platform/star.tsx';
import { NavCount } from './nav-count.tsx';
import type { PageEntry } from './pages.ts';
import classes from './nav-bar.module.css';

type Props = { name: string; entries: readonly PageEntry[]; current: PageEntry | undefined; isFolded: boolean };

export function NavBar({ name, entries, current, isFolded }: Props) {
  return (
    <nav aria-label="Main" className={classes.nav} data-folded={isFolded || undefined}>
      <div className={classes.workspace}>
        <span className={classes.mark}>
          <Star size={14} />
        </span>
        {!isFolded && <span className="cut">{name}</span>}
      </div>
      {entries.map((entry) => (
        <Fragment key={entry.to}>
          {entry.group && <div className={classes.group}>{!isFolded && entry.group}</div>}
          <Tooltip label={entry.label} position="right" disabled={!isFolded}>
            <Link to={entry.to} className={classes.item} aria-current={entry === current ? 'page' : undefined}>
              <entry.icon size={16} stroke={1.5} aria-hidden />
              {isFolded ? <VisuallyHidden>{entry.label} </VisuallyHidden> : entry.label}
              <NavCount entry={entry} />
            </Link>
          </Tooltip>
        </Fragment>
      ))}
    </nav>
  );
}
