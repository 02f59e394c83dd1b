import type { ReactNode } from 'react';
import { TabbedPage } from '#web/platform/tabbed-page.tsx';

const tabs = [
  { to: '/settings/sign-in', label: 'Sign-in' },
  { to: '/settings/payments', label: 'Payments' },
  { to: '/settings/segments', label: 'Segments' },
  { to: '/settings/data', label: 'Data' },
] as const;

type Props = { tab: (typeof tabs)[number]['to']; sub: string; children: ReactNode };

/** What stands over each page of the business's settings. */
export const SettingsFrame = (props: Props) => <TabbedPage title="Settings" tabs={tabs} {...props} />;
