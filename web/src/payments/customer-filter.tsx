import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { customersLike, oneCustomer } from '#web/customers/customer-queries.ts';
import classes from './payments.module.css';

type Props = { customerId: string | null; onChange: (customerId: string | null) => void };

/** "Select User": the customer whose payments are shown, found by typing. */
export function CustomerFilter({ customerId, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed, 120);
  const chosen = useQuery({ ...oneCustomer(customerId ?? ''), enabled: customerId !== null }).data;
  // The field shows the chosen one's words; those are no question to the server.
  const found = useQuery(customersLike(chosen && q.startsWith(chosen.name) ? '' : q)).data?.items ?? [];
  const listed = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;

  return (
    <Select
      className={classes.filter}
      aria-label="Select User"
      placeholder="Select User"
      leftSection={<IconUser size={16} stroke={1.5} />}
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      value={customerId}
      onChange={onChange}
      filter={({ options }) => options}
      nothingFoundMessage="No customer matches"
      data={listed.map(({ id, name, email }) => ({ value: id, label: email ? `${name} · ${email}` : name }))}
    />
  );
}
