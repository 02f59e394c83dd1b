import { Button, Group } from '@mantine/core';
import { Empty } from '#web/platform/faces.tsx';
import { type Filter, wordsOfFilters } from './filter.ts';
import { useListUrl } from './use-list-url.ts';

type Props = { noun: string; filters: readonly Filter[]; others: Readonly<Record<string, string>> };

/** Names what was asked for, and leads out of it. `others` are filters of the page's own, by their words. */
export function NoMatch({ noun, filters, others }: Props) {
  const { search, show } = useListUrl();
  const q = search['q'];
  const chosen = [...filters.map(({ id }) => id), ...Object.keys(others)].filter((id) => search[id] !== undefined);
  const words = [
    wordsOfFilters(q, filters, search),
    ...Object.keys(others)
      .filter((id) => search[id])
      .map((id) => others[id]),
  ];
  const without = Object.fromEntries(chosen.map((id) => [id, undefined]));
  return (
    <Empty
      title={`No ${noun} matches ${words.filter(Boolean).join(' and ')}`}
      action={
        <Group gap="sm">
          {q && chosen.length > 0 && <Button onClick={() => show(without)}>Search “{q}” without filters</Button>}
          <Button onClick={() => show({ ...without, q: undefined })}>
            {chosen.length > 0 ? 'Clear all filters' : 'Clear the search'}
          </Button>
        </Group>
      }
    />
  );
}
