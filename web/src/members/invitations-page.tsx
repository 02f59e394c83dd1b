import { InvitationTable } from './invitation-table.tsx';
import { UsersFrame } from './users-frame.tsx';

export const InvitationsPage = () => (
  <UsersFrame tab="invitations">
    <InvitationTable />
  </UsersFrame>
);
