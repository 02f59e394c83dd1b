import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { onePerson, peopleLike } from './audit-queries.ts';
import classes from './audit.module.css';

type Props = { memberId: string | undefined; onChange: (memberId: string | undefined) => void };

/** Who did it, found by typing. */
export function PersonFilter({ memberId, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 120);
  const chosen = useQuery({ ...onePerson(memberId ?? ''), enabled: memberId !== undefined }).data;
  // The field shows the chosen one's words; those are no question to the server.
  const found = useQuery(peopleLike(chosen && q.startsWith(chosen.name) ? '' : q)).data?.items ?? [];
  const listed = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
  return (
    <Select
      className={classes.person}
      aria-label="Who"
      placeholder="Who"
      leftSection={<IconUser size={16} stroke={1.5} />}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      value={memberId ?? null}
      onChange={(value) => onChange(value ?? undefined)}
      filter={({ options }) => options}
      nothingFoundMessage="Nobody matches"
      data={listed.map(({ id, name, email }) => ({ value: id, label: `${name} · ${email}` }))}
    />
  );
}
