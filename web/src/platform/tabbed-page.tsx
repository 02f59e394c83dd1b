import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHeader } from './page-header.tsx';
import classes from './tabbed-page.module.css';

/** `to` is the path of a page that belongs to the others. */
type Tab = { to: string; label: string };
type Props = {
  title: string;
  tabs: readonly Tab[];
  tab: string;
  sub?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
};

/** One of several pages under one title. */
export function TabbedPage({ title, tabs, tab, sub, actions, children }: Props) {
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={title} sub={sub} actions={actions} />
      <Tabs value={tab} onChange={(to) => to && void navigate({ to })}>
        <Tabs.List className={classes.tabs ?? ''} aria-label={title}>
          {tabs.map(({ to, label }) => (
            <Tabs.Tab key={to} value={to}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {children}
    </>
  );
}
