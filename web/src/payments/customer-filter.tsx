import { IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { may } from '#domain/kernel/rights.ts';
import { oneCustomer } from '#web/customers/customer-queries.ts';
import { useMe } from '#web/members/me.ts';
import { CustomerSelect, customerFound } from './customer-select.tsx';
import classes from './payments.module.css';

type Props = { customerId: string | null; onChange: (customerId: string | null) => void };

/** "Select User": the customer whose payments are shown, found by typing. */
export function CustomerFilter({ customerId, onChange }: Props) {
  const isLeader = may(useMe().member, 'customers.view');
  const chosen = useQuery({ ...oneCustomer(customerId ?? ''), enabled: isLeader && customerId !== null }).data;
  return (
    <CustomerSelect
      className={classes.filter}
      aria-label="Select User"
      placeholder="Select User"
      leftSection={<IconUser size={16} stroke={1.5} />}
      clearable
      value={customerId}
      first={chosen && customerFound(chosen)}
      onChange={onChange}
    />
  );
}
