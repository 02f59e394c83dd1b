import { IconCheck, IconClock, IconX } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { Role } from '#domain/kernel/access.ts';
import type { Member } from '#domain/members/member.ts';
import { Empty } from '#web/platform/faces.tsx';
import type { Column } from '#web/platform/list/column.ts';
import type { Filter } from '#web/platform/list/filter.ts';
import { List } from '#web/platform/list/list.tsx';
import { Person } from '#web/platform/person.tsx';
import { Status } from '#web/platform/status.tsx';
import { memberCount, memberPages } from './member-queries.ts';
import { roleNames } from './role-names.ts';
import type { UsersSearch } from './users-search.ts';

const columns: Column<Member>[] = [
  {
    id: 'name',
    header: 'Name',
    width: '24%',
    sort: 'name',
    card: 'title',
    cell: ({ id, name }) => <Person person={{ id, name }} />,
  },
  { id: 'age', header: 'Age', width: '72px', numeric: true, sort: 'age', cell: ({ age }) => age },
  {
    id: 'email',
    header: 'Email',
    sort: 'email',
    card: 'line',
    cell: ({ email }) => <span className="muted">{email}</span>,
  },
  { id: 'role', header: 'Role', width: '112px', sort: 'role', card: 'end', cell: ({ role }) => roleNames[role] },
  {
    id: 'admin',
    header: 'Admin',
    width: '112px',
    card: 'foot',
    cell: ({ role }) => <AdminStatus isAdmin={role === 'admin'} />,
  },
  {
    id: 'verified',
    header: 'Verified',
    width: '112px',
    card: 'foot',
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

const filters: readonly Filter[] = [
  {
    id: 'status',
    label: 'VERIFIED',
    options: [
      { value: 'verified', label: 'Verified' },
      { value: 'profile-submitted', label: 'Waiting' },
      { value: 'email-verified', label: 'Form not filled' },
    ],
  },
  { id: 'role', label: 'ROLE', options: Role.options.map((value) => ({ value, label: roleNames[value] })) },
];

export function MemberTable() {
  const { q, sort, status, role }: UsersSearch = useSearch({ strict: false });
  const wish = { q, sort, status, role };
  return (
    <List
      label="Members"
      noun="member"
      columns={columns}
      pages={memberPages(wish)}
      count={memberCount(wish)}
      usualSort="name"
      search="Name or e-mail"
      filters={filters}
      idOf={idOf}
      empty={<Empty title="Nobody is here yet" />}
    />
  );
}

const idOf = ({ id }: Member) => id;
