import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { oneCustomer } from '#web/customers/customer-queries.ts';
import { FilterFace } from '#web/platform/list/filter-face.tsx';
import { colleagues } from './colleague-queries.ts';
import { CustomerPick } from './customer-pick.tsx';
import { Pick } from './pick.tsx';
import { unassigned } from './task-filters.ts';

type Props = { chosen: string | undefined; onChange: (id: string | undefined) => void };

/** EMPLOYEE: a colleague, or nobody. */
export function EmployeeFilter({ chosen, onChange }: Props) {
  const [isOpened, setIsOpened] = useState(false);
  const isNamed = chosen !== undefined && chosen !== unassigned;
  const { data, isLoading } = useQuery({ ...colleagues, enabled: isOpened || isNamed });
  const people = data?.items ?? [];
  const options = [
    { value: unassigned, label: 'Unassigned' },
    ...people.map(({ id, name, email }) => ({ value: id, label: name, sub: email })),
  ];
  const label = options.find(({ value }) => value === chosen)?.label ?? 'Somebody else';
  return (
    <Pick
      noun="employee"
      options={options}
      onOpen={() => setIsOpened(true)}
      isLoading={isLoading}
      onPick={onChange}
      onClear={chosen === undefined ? undefined : () => onChange(undefined)}
      renderTarget={(toggle) => <FilterFace label="EMPLOYEE" chosen={chosen ? [label] : []} onClick={toggle} />}
    />
  );
}

/** CUSTOMER: whose tasks. */
export function CustomerFilter({ chosen, onChange }: Props) {
  const { data } = useQuery({ ...oneCustomer(chosen ?? ''), enabled: chosen !== undefined });
  return (
    <CustomerPick
      onPick={onChange}
      onClear={chosen === undefined ? undefined : () => onChange(undefined)}
      renderTarget={(toggle) => (
        <FilterFace label="CUSTOMER" chosen={chosen ? [data?.name ?? 'One customer'] : []} onClick={toggle} />
      )}
    />
  );
}
