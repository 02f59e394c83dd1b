import { Button, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconFileUpload, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '#web/members/me.ts';
import { Empty } from '#web/platform/faces.tsx';
import { KeysetTable } from '#web/platform/keyset-table.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { customerColumns } from './customer-columns.tsx';
import { customerList } from './customer-queries.ts';
import type { CustomersSearch } from './customers.routes.tsx';
import classes from './customers.module.css';

export function CustomersPage() {
  const { member, workspace } = useMe();
  const { q }: CustomersSearch = useSearch({ strict: false });
  const list = useInfiniteQuery(customerList({ q }));
  const importPayments = member.role === 'admin' && (
    <Button component={Link} to="/customers/import" leftSection={<IconFileUpload size={16} stroke={1.5} />}>
      Import payments
    </Button>
  );
  return (
    <>
      <PageHeader title="Customers" actions={importPayments} />
      <Search q={q ?? ''} />
      <div className={classes.table}>
        <KeysetTable
          label="Customers"
          query={list}
          columns={customerColumns(workspace.currency)}
          idOf={({ id }) => id}
          linkOf={({ id }) => `/customers/${id}`}
          empty={
            q ? (
              <Empty title={`No customer matches “${q}”`} action={<Link to="/customers">Show all customers</Link>} />
            ) : (
              <Empty title="Your customers go here" action={importPayments}>
                They come by signing up at your address, or with the payments you already have.
              </Empty>
            )
          }
        />
      </div>
    </>
  );
}

/** What is typed goes into the address, so that a link shows the same customers. */
function Search({ q }: { q: string }) {
  const [typed, setTyped] = useState(q);
  const navigate = useNavigate();
  const search = useDebouncedCallback(
    (text: string) => void navigate({ to: '/customers', search: { q: text.trim() || undefined }, replace: true }),
    200,
  );
  return (
    <TextInput
      type="search"
      className={classes.search}
      label="Search customers"
      placeholder="Name, e-mail or reference"
      leftSection={<IconSearch size={16} stroke={1.5} />}
      maxLength={100}
      value={typed}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        search(value);
      }}
    />
  );
}
