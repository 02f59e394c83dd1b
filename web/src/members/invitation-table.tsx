import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconMail, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Invitation } from '#domain/members/invitation.ts';
import { memberRoutes } from '#domain/members/routes.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { Empty } from '#web/platform/faces.tsx';
import type { Column } from '#web/platform/list/column.ts';
import { List } from '#web/platform/list/list.tsx';
import { Moment } from '#web/platform/moment.tsx';
import { toast, toastProblem } from '#web/platform/toast.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { invitationPages, useMemberAct } from './member-queries.ts';
import { roleNames } from './role-names.ts';

type Acts = { onResend: (invitation: Invitation) => void; onRevoke: (invitation: Invitation) => void };

const columnsWith = ({ onResend, onRevoke }: Acts): Column<Invitation>[] => [
  { id: 'email', header: 'Email', card: 'title', cell: ({ email }) => <span title={email}>{email}</span> },
  { id: 'name', header: 'Name', width: '16%', cell: ({ name }) => name ?? <span className="muted">–</span> },
  { id: 'role', header: 'Role', width: '96px', card: 'end', cell: ({ role }) => roleNames[role] },
  { id: 'by', header: 'Invited by', width: '16%', card: 'line', cell: ({ invitedBy }) => invitedBy },
  { id: 'sent', header: 'Sent', width: '108px', cell: ({ createdAt }) => <Moment at={createdAt} style="ago" /> },
  {
    id: 'until',
    header: 'Open until',
    width: '116px',
    card: 'line',
    cell: ({ expiresAt }) => <Moment at={expiresAt} />,
    cardCell: ({ expiresAt }) => (
      <>
        open until <Moment at={expiresAt} />
      </>
    ),
  },
  {
    id: 'acts',
    header: 'Actions',
    width: '74px',
    numeric: true,
    card: 'end',
    cell: (invitation) => (
      <Menu key={invitation.id} position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`Actions for ${invitation.email}`}>
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconMail size={16} stroke={1.5} aria-hidden />} onClick={() => onResend(invitation)}>
            Resend
          </Menu.Item>
          <Menu.Item
            leftSection={<IconX size={16} stroke={1.5} aria-hidden />}
            c="var(--danger)"
            onClick={() => onRevoke(invitation)}
          >
            Revoke…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    ),
  },
];

export function InvitationTable() {
  const [revoking, setRevoking] = useState<Invitation | null>(null);
  const { mutate: resend } = useMemberAct(memberRoutes.resendInvitation, ({ email }) =>
    toast(`Invitation sent again to ${email}`),
  );
  const columns = useMemo(
    () =>
      columnsWith({
        onResend: ({ id }) => resend({ params: { invitationId: id } }, { onError: toastProblem }),
        onRevoke: setRevoking,
      }),
    [resend],
  );
  return (
    <>
      <List
        noun="invitation"
        label="Invitations"
        columns={columns}
        pages={invitationPages}
        idOf={idOf}
        empty={<Empty title="No invitation waits for an answer">Invite a colleague, or add a user.</Empty>}
      />
      {revoking && <RevokeDialog invitation={revoking} onClose={() => setRevoking(null)} />}
    </>
  );
}

function RevokeDialog({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const { mutate, isPending, error } = useMemberAct(memberRoutes.revokeInvitation, () => {
    toast(`The invitation of ${invitation.email} is revoked`);
    onClose();
  });
  return (
    <ConfirmDialog
      title="Revoke this invitation?"
      verb="Revoke invitation"
      isDanger
      isPending={isPending}
      problem={error && problemIn(error)}
      onConfirm={() => mutate({ params: { invitationId: invitation.id } })}
      onClose={onClose}
    >
      The link that was sent to {invitation.email} no longer lets anybody in.
    </ConfirmDialog>
  );
}

const idOf = ({ id }: Invitation) => id;
