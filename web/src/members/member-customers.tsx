import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { may } from '#domain/kernel/rights.ts';
import type { Member } from '#domain/members/member.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Person } from '#web/platform/person.tsx';
import { Inset, Rows, Section } from '#web/platform/section.tsx';
import { AssignCustomer } from './assign-customer.tsx';
import { useMe } from './me.ts';
import { customersOf, useUnassignCustomer } from './work-queries.ts';
import classes from './member-page.module.css';

/** The customers somebody looks after. */
export function MemberCustomers({ member }: { member: Member }) {
  const mayAssign = may(useMe().member, 'customers.assign');
  const customers = useQuery(customersOf(member.id));
  const unassign = useUnassignCustomer();
  const items = customers.data?.items;
  return (
    <Section title="Customers" count={items?.length}>
      {mayAssign && <AssignCustomer memberId={member.id} assigned={items ?? []} />}
      {customers.isPending && <Loading rows={2} label="Loading the customers" />}
      {customers.error && !items && (
        <Inset>
          <Failed error={customers.error} retry={() => void customers.refetch()} />
        </Inset>
      )}
      {items?.length === 0 && (
        <Inset>
          <p className="muted">No customer is assigned.</p>
        </Inset>
      )}
      {items && items.length > 0 && (
        <Rows label="Customers">
          {items.map(({ id, name }) => (
            <li key={id}>
              <Link to="/customers/$customerId" params={{ customerId: id }} className={`cut ${classes.what}`}>
                <Person person={{ id, name }} />
              </Link>
              {mayAssign && (
                <ActionIcon
                  aria-label={`Unassign ${name}`}
                  disabled={unassign.isPending}
                  onClick={() => unassign.mutate(id)}
                >
                  <IconTrash size={16} stroke={1.5} />
                </ActionIcon>
              )}
            </li>
          ))}
        </Rows>
      )}
    </Section>
  );
}
