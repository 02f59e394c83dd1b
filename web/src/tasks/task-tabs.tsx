import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useListUrl } from '#web/platform/list/use-list-url.ts';
import { filterOf, searchOf, tabOf, type TaskTab } from './task-filters.ts';
import { taskCount } from './task-queries.ts';
import type { TasksSearch } from './tasks.routes.tsx';
import classes from './tasks.module.css';

type Props = { tabs: readonly TaskTab[]; search: TasksSearch };

export function TaskTabs({ tabs, search }: Props) {
  const { show } = useListUrl();
  return (
    <Tabs value={tabOf(tabs, search)} onChange={(tab) => show(searchOf(tabs, tab))}>
      <Tabs.List className={classes.tabs} aria-label="Tasks">
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value} rightSection={<Count tab={tab} />}>
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}

/** It keeps its place until it is known, so that no tab moves. */
function Count({ tab }: { tab: TaskTab }) {
  const { data } = useQuery(taskCount(filterOf(tab.chosen))(false));
  return (
    <span className={classes.tabCount}>{data && `${data.count.toLocaleString('en')}${data.isCapped ? '+' : ''}`}</span>
  );
}
