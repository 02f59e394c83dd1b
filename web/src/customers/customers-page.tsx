import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { SegmentName } from '#domain/segments/segment.ts';
import { useMe } from '#web/members/me.ts';
import { Empty } from '#web/platform/faces.tsx';
import type { Filter } from '#web/platform/list/filter.ts';
import { List } from '#web/platform/list/list.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { customerColumns } from './customer-columns.tsx';
import { customerCount, customerPages, customersFile } from './customer-queries.ts';
import type { CustomersSearch } from './customers.routes.tsx';

const filters: readonly Filter[] = [
  { id: 'segment', label: 'SEGMENT', options: SegmentName.options.map((value) => ({ value, label: value })) },
  {
    id: 'account',
    label: 'ACCOUNT',
    options: [
      { value: 'yes', label: 'With an account' },
      { value: 'no', label: 'Without an account' },
    ],
  },
];

export function CustomersPage() {
  const { member, workspace } = useMe();
  const { cols: _, ...wish }: CustomersSearch = useSearch({ strict: false });
  const columns = useMemo(() => customerColumns(workspace.currency), [workspace.currency]);
  const importPayments = member.role === 'admin' && (
    <Button component={Link} to="/customers/import" leftSection={<IconFileUpload size={16} stroke={1.5} />}>
      Import payments
    </Button>
  );
  return (
    <>
      <PageHeader title="Customers" actions={importPayments} />
      <List
        label="Customers"
        noun="customer"
        pages={customerPages(wish)}
        count={customerCount(wish)}
        usualSort="name"
        search="Name, e-mail or reference"
        filters={filters}
        columns={columns}
        idOf={idOf}
        linkOf={linkOf}
        picking={{
          nameOf: ({ name }) => name,
          fileOf: (ids) => customersFile(wish, ids),
        }}
        empty={
          <Empty title="Your customers go here" action={importPayments}>
            They come by signing up at your address, or with the payments you already have.
          </Empty>
        }
      />
    </>
  );
}

const idOf = ({ id }: { id: string }) => id;
const linkOf = ({ id }: { id: string }) => `/customers/${id}`;
