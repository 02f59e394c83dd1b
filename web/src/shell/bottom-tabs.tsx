import { Menu, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { NavCount } from './nav-count.tsx';
import type { PageEntry } from './pages.ts';
import classes from './bottom-tabs.module.css';

const places = 5;

type Props = { entries: readonly PageEntry[]; current: PageEntry | undefined };

/** The navigation of a phone: five places, the last of them a menu when there are more pages. */
export function BottomTabs({ entries, current }: Props) {
  const navigate = useNavigate();
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  if (!isPhone) return null;
  const shown =
    entries.length > places ? entries.filter(({ isUnderMore }) => !isUnderMore).slice(0, places - 1) : entries;
  const rest = entries.filter((entry) => !shown.includes(entry));

  return (
    <nav aria-label="Main" className={classes.tabs}>
      {shown.map((entry) => (
        <Link
          key={entry.to}
          to={entry.to}
          className={classes.tab}
          activeOptions={{ exact: true }}
          aria-current={entry === current ? 'page' : undefined}
        >
          <entry.icon size={20} stroke={1.5} aria-hidden />
          {entry.label}
          <NavCount entry={entry} />
        </Link>
      ))}
      {rest.length > 0 && (
        <Menu position="top-end">
          <Menu.Target>
            <UnstyledButton className={classes.tab} data-current={(current && rest.includes(current)) || undefined}>
              <IconDots size={20} stroke={1.5} aria-hidden />
              More
            </UnstyledButton>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((entry) => (
              <Menu.Item
                key={entry.to}
                leftSection={<entry.icon size={16} stroke={1.5} aria-hidden />}
                rightSection={<NavCount entry={entry} />}
                onClick={() => void navigate({ to: entry.to })}
              >
                {entry.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </nav>
  );
}
