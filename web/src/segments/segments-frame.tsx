import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHeader } from '#web/platform/page-header.tsx';
import classes from './segments-frame.module.css';

const tabs = [
  { value: '/segments', label: 'Overview' },
  { value: '/segments/groups', label: 'Groups' },
  { value: '/segments/forecast', label: 'Forecast' },
  { value: '/segments/places', label: 'Places' },
  { value: '/segments/seasons', label: 'Seasons' },
] as const;

type Props = { tab: (typeof tabs)[number]['value']; sub?: ReactNode; actions?: ReactNode; children: ReactNode };

/** What stands over each page about segments. */
export function SegmentsFrame({ tab, sub, actions, children }: Props) {
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title="Segments" sub={sub} actions={actions} />
      <Tabs value={tab} onChange={(to) => to && void navigate({ to })}>
        <Tabs.List className={classes.tabs ?? ''} aria-label="Segments">
          {tabs.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {children}
    </>
  );
}
