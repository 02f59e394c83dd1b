import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHeader } from '#web/platform/page-header.tsx';
import classes from './settings.module.css';

const tabs = [
  { value: '/settings/sign-in', label: 'Sign-in' },
  { value: '/settings/payments', label: 'Payments' },
  { value: '/settings/segments', label: 'Segments' },
] as const;

type Props = { tab: (typeof tabs)[number]['value']; sub: string; children: ReactNode };

/** What stands over each page of the business's settings. */
export function SettingsFrame({ tab, sub, children }: Props) {
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title="Settings" sub={sub} />
      <Tabs value={tab} onChange={(to) => to && void navigate({ to })}>
        <Tabs.List className={classes.tabs ?? ''} aria-label="Settings">
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
