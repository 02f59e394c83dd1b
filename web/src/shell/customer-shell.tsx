import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '#web/members/me.ts';
import { Star } from '#web/platform/star.tsx';
import { BottomTabs } from './bottom-tabs.tsx';
import { ConnectionStrip } from './connection-strip.tsx';
import { NavCount } from './nav-count.tsx';
import { currentPage, pagesOf } from './pages.ts';
import { SkipLink } from './skip-link.tsx';
import { TopEnd } from './top-end.tsx';
import classes from './customer-shell.module.css';
import topLine from './top-line.module.css';

/** What a customer sees: the business's name and their own pages, nothing of the staff's. */
export function CustomerShell({ children }: { children: ReactNode }) {
  const { workspace } = useMe();
  const entries = pagesOf('customer');
  const current = currentPage(entries, useLocation({ select: ({ pathname }) => pathname }));
  return (
    <div className={`${classes.app} ${topLine.frame}`}>
      <SkipLink />
      <header className={`${classes.top} ${topLine.line}`}>
        <span className={classes.business}>
          <span className={classes.mark}>
            <Star size={14} />
          </span>
          <span className="cut">{workspace.name}</span>
        </span>
        <nav aria-label="Main" className={classes.nav}>
          {entries.map((entry) => (
            <Link
              key={entry.to}
              to={entry.to}
              // The way to `/portal` would be current on every page below it.
              activeOptions={{ exact: true }}
              aria-current={entry === current ? 'page' : undefined}
            >
              {entry.label}
              <NavCount entry={entry} />
            </Link>
          ))}
        </nav>
        <TopEnd />
      </header>
      <ConnectionStrip />
      <main id="main" tabIndex={-1} className={classes.page}>
        {children}
      </main>
      <BottomTabs entries={entries} current={current} />
    </div>
  );
}
