import type { ReactNode } from 'react';
import { TabbedPage } from '#web/platform/tabbed-page.tsx';

const tabs = [
  { to: '/segments', label: 'Overview' },
  { to: '/segments/groups', label: 'Groups' },
  { to: '/segments/forecast', label: 'Forecast' },
  { to: '/segments/places', label: 'Places' },
  { to: '/segments/seasons', label: 'Seasons' },
] as const;

type Props = { tab: (typeof tabs)[number]['to']; sub?: ReactNode; actions?: ReactNode; children: ReactNode };

/** What stands over each page about segments. */
export const SegmentsFrame = (props: Props) => <TabbedPage title="Segments" tabs={tabs} {...props} />;
