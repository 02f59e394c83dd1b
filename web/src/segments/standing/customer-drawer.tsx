import { Button } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { CustomerHead } from '#web/customers/customer-head.tsx';
import { PeekDrawer } from '#web/platform/list/peek-drawer.tsx';
import type { Walk } from '#web/platform/list/use-peek.ts';
import { CustomerStanding } from './customer-standing.tsx';
import { customerStanding } from './standing-queries.ts';

type Props = { customerId: string; walk: Walk | Pick<Walk, 'close'> };

/** A customer beside the list of them, explained. */
export function CustomerDrawer({ customerId, walk }: Props) {
  const { data } = useQuery(customerStanding(customerId));
  const customer = data?.customer;
  return (
    <PeekDrawer
      id={customerId}
      label={customer ? `Why ${customer.name} is in ${customer.segment}` : 'Customer'}
      noun="customer"
      walk={walk}
      head={customer && <CustomerHead customer={{ ...customer, email: customer.email ?? 'No e-mail address' }} />}
      foot={customer && <Foot customer={customer} />}
    >
      <CustomerStanding customerId={customerId} />
    </PeekDrawer>
  );
}

const Foot = ({ customer: { id, name, email } }: { customer: ScoredCustomer }) => (
  <>
    {email && (
      <Button
        component="a"
        href={`mailto:${email}`}
        variant="filled"
        leftSection={<IconMail size={16} stroke={1.5} aria-hidden />}
      >
        Write to {name.split(' ')[0]}
      </Button>
    )}
    <Button component={Link} to={`/customers/${id}`}>
      Open customer
    </Button>
  </>
);
