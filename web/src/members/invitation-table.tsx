import type { Invitation } from '#domain/members/member.ts';
import { Empty } from '#web/platform/faces.tsx';
import type { Column } from '#web/platform/list/column.ts';
import { List } from '#web/platform/list/list.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { invitationPages } from './member-queries.ts';
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
    <List
      noun="invitation"
      label="Invitations"
      columns={columns}
      pages={invitationPages}
      idOf={idOf}
      empty={<Empty title="No invitation waits for an answer">Invite a colleague by e-mail.</Empty>}
    />
  );
}

const idOf = ({ id }: Invitation) => id;
