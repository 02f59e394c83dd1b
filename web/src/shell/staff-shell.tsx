import { ActionIcon, Tooltip } from '@mantine/core';
import { useHotkeys, useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconLayoutSidebar } from '@tabler/icons-react';
import { useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '#web/members/me.ts';
import { Star } from '#web/platform/star.tsx';
import { BottomTabs } from './bottom-tabs.tsx';
import { ConnectionStrip } from './connection-strip.tsx';
import { NavBar } from './nav-bar.tsx';
import { currentPage, pagesOf } from './pages.ts';
import { SkipLink } from './skip-link.tsx';
import { TopEnd } from './top-end.tsx';
import classes from './staff-shell.module.css';
import topLine from './top-line.module.css';

export function StaffShell({ children }: { children: ReactNode }) {
  const { member, workspace } = useMe();
  const entries = pagesOf(member.role);
  const pathname = useLocation({ select: ({ pathname }) => pathname });
  const current = currentPage(entries, pathname);
  const isNarrow = useMediaQuery('(max-width: 1199px)', undefined, { getInitialValueInEffect: false });
  const [wantsFolded, setWantsFolded] = useLocalStorage({ key: 'nav-folded', defaultValue: false });
  const toggle = () => setWantsFolded((isFolded) => !isFolded);
  useHotkeys([['mod+\\', toggle]]);
  // A room has columns of its own.
  const isRoom = pathname.startsWith('/chat') || (pathname.startsWith('/tasks/') && pathname !== '/tasks/deleted');
  const isGivenRoom = isNarrow || isRoom;
  const isFolded = isGivenRoom || wantsFolded;

  return (
    <div className={classes.app} data-folded={isFolded || undefined}>
      <SkipLink />
      <NavBar name={workspace.name} entries={entries} current={current} isFolded={isFolded} />
      <div className={`${classes.main} ${topLine.frame}`}>
        <header className={`${classes.top} ${topLine.line}`}>
          <span className={classes.where}>
            <span className={classes.mark}>
              <Star size={14} />
            </span>
            <b className="cut">{workspace.name}</b>
          </span>
          {!isGivenRoom && (
            <Tooltip label="Fold the navigation (Ctrl+\)">
              <ActionIcon aria-label="Fold the navigation" aria-pressed={wantsFolded} onClick={toggle}>
                <IconLayoutSidebar size={16} stroke={1.5} />
              </ActionIcon>
            </Tooltip>
          )}
          <TopEnd />
        </header>
        <ConnectionStrip />
        <main id="main" tabIndex={-1} className={classes.page}>
          {children}
        </main>
      </div>
      <BottomTabs entries={entries} current={current} />
    </div>
  );
}
