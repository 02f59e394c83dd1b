import { useInfiniteQuery } from '@tanstack/react-query';
import type { Invitation } from '#domain/members/member.ts';
import type { Column } from '#web/platform/data-table.tsx';
import { Empty } from '#web/platform/faces.tsx';
import { KeysetTable } from '#web/platform/keyset-table.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { invitationList } from './member-queries.ts';
import { roleNames } from './role-names.ts';

const columns: Column<Invitation>[] = [
  { id: 'email', header: 'Email', card: 'title', cell: ({ email }) => email },
  { id: 'role', header: 'Role', width: '120px', card: 'line', cell: ({ role }) => roleNames[role] },
  { id: 'by', header: 'Invited by', width: '22%', card: 'line', cell: ({ invitedBy }) => invitedBy },
  { id: 'sent', header: 'Sent', width: '128px', cell: ({ createdAt }) => <Moment at={createdAt} style="ago" /> },
  {
    id: 'until',
    header: 'Open until',
    width: '128px',
    card: 'end',
    cell: ({ expiresAt }) => <Moment at={expiresAt} />,
  },
];

export function InvitationTable() {
  return (
    <KeysetTable
      label="Invitations"
      columns={columns}
      query={useInfiniteQuery(invitationList)}
      idOf={({ id }) => id}
      empty={<Empty title="No invitation waits for an answer">Invite a colleague by e-mail.</Empty>}
    />
  );
}
