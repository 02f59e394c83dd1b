import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { customersLike } from '#web/customers/customer-queries.ts';
import { useAssignCustomer } from './work-queries.ts';
import classes from './member-page.module.css';

type Props = { memberId: string; assigned: readonly { id: string }[] };

/** A customer found by typing, then ASSIGN; one who had somebody else changes hands. */
export function AssignCustomer({ memberId, assigned }: Props) {
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [q] = useDebouncedValue(search, 120);
  const found = useQuery(customersLike(q)).data?.items ?? [];
  const assign = useAssignCustomer(memberId);
  const data = found
    .filter(({ id }) => !assigned.some((one) => one.id === id))
    .map(({ id, name, email, owner }) => ({
      value: id,
      label: [name, email, owner && `now with ${owner.name}`].filter(Boolean).join(' · '),
    }));
  return (
    <form
      className={classes.assign}
      aria-label="Assign a customer"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) assign.mutate(chosen, { onSuccess: () => setChosen(null) });
      }}
    >
      <Select
        label="Customer"
        placeholder="Type a name or an e-mail"
        searchable
        clearable
        nothingFoundMessage="No customer matches"
        searchValue={search}
        onSearchChange={setSearch}
        value={chosen}
        onChange={setChosen}
        // The server has searched already.
        filter={({ options }) => options}
        data={data}
      />
      <Button type="submit" className="cap" disabled={!chosen} loading={assign.isPending}>
        ASSIGN
      </Button>
    </form>
  );
}
