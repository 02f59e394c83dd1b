import { useQuery } from '@tanstack/react-query';
import type { Member } from '#domain/members/member.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import type { Column } from '#web/platform/list/column.ts';
import { DataTable } from '#web/platform/list/data-table.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { Person } from '#web/platform/person.tsx';
import { waitingQuery } from './member-queries.ts';
import { roleNames } from './role-names.ts';
import { VerifyButton } from './verify-button.tsx';

const columns: Column<Member>[] = [
  {
    id: 'name',
    header: 'Name',
    width: '24%',
    card: 'title',
    cell: (member) => <Person person={{ id: member.id, name: member.name }} />,
  },
  { id: 'age', header: 'Age', width: '64px', numeric: true, cell: ({ age }) => age },
  { id: 'email', header: 'Email', card: 'line', cell: ({ email }) => <span className="muted">{email}</span> },
  { id: 'role', header: 'Role', width: '112px', card: 'line', cell: ({ role }) => roleNames[role] },
  { id: 'skills', header: 'Works on', width: '18%', card: 'line', cell: ({ skills }) => skills },
  {
    id: 'sent',
    header: 'Sent',
    width: '112px',
    cell: ({ submittedAt }) => submittedAt && <Moment at={submittedAt} style="ago" />,
  },
  {
    id: 'verify',
    header: 'Verify',
    width: '112px',
    numeric: true,
    card: 'end',
    cell: (member) => <VerifyButton member={member} label="VERIFY" />,
  },
];

export function WaitingTable() {
  const { data, error, refetch } = useQuery(waitingQuery);
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  if (data.items.length === 0) {
    return (
      <Empty title="Nobody is waiting">
        Who signs up at your address and submits the form stands here until you verify them.
      </Empty>
    );
  }
  return <DataTable label="Waiting to verify" columns={columns} rows={data.items} idOf={idOf} />;
}

const idOf = ({ id }: Member) => id;
