import { useInfiniteQuery } from '@tanstack/react-query';
import { IconCheck, IconClock, IconX } from '@tabler/icons-react';
import type { Member } from '#domain/members/member.ts';
import type { Column } from '#web/platform/data-table.tsx';
import { Empty } from '#web/platform/faces.tsx';
import { KeysetTable } from '#web/platform/keyset-table.tsx';
import { Person } from '#web/platform/person.tsx';
import { Status } from '#web/platform/status.tsx';
import { memberList } from './member-queries.ts';
import { roleNames } from './role-names.ts';

const columns: Column<Member>[] = [
  { id: 'name', header: 'Name', width: '24%', card: 'title', cell: ({ id, name }) => <Person person={{ id, name }} /> },
  { id: 'age', header: 'Age', width: '64px', numeric: true, cell: ({ age }) => age },
  { id: 'email', header: 'Email', card: 'line', cell: ({ email }) => <span className="muted">{email}</span> },
  { id: 'role', header: 'Role', width: '112px', card: 'line', cell: ({ role }) => roleNames[role] },
  { id: 'admin', header: 'Admin', width: '112px', cell: ({ role }) => <AdminStatus isAdmin={role === 'admin'} /> },
  {
    id: 'verified',
    header: 'Verified',
    width: '112px',
    card: 'end',
    cell: ({ status }) => <VerifiedStatus isVerified={status === 'verified'} />,
  },
  {
    id: 'form',
    header: 'Form Filled',
    width: '96px',
    cell: ({ submittedAt }) => <FormStatus isFilled={submittedAt !== null} />,
  },
];

const AdminStatus = ({ isAdmin }: { isAdmin: boolean }) =>
  isAdmin ? (
    <Status icon={IconCheck} tone="good">
      Admin
    </Status>
  ) : (
    <Status icon={IconX} tone="quiet">
      Not Admin
    </Status>
  );

const VerifiedStatus = ({ isVerified }: { isVerified: boolean }) =>
  isVerified ? (
    <Status icon={IconCheck} tone="good">
      Verified
    </Status>
  ) : (
    <Status icon={IconClock} tone="waiting">
      Waiting
    </Status>
  );

const FormStatus = ({ isFilled }: { isFilled: boolean }) =>
  isFilled ? (
    <Status icon={IconCheck} tone="good">
      Yes
    </Status>
  ) : (
    <Status icon={IconX} tone="quiet">
      No
    </Status>
  );

export function MemberTable() {
  return (
    <KeysetTable
      label="Members"
      columns={columns}
      query={useInfiniteQuery(memberList)}
      idOf={({ id }) => id}
      empty={<Empty title="Nobody is here yet" />}
    />
  );
}
