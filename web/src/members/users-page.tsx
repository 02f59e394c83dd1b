import { Button, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { IconMail } from '@tabler/icons-react';
import { useState } from 'react';
import { PageHeader } from '#web/platform/page-header.tsx';
import { InvitationTable } from './invitation-table.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { countOf, waitingQuery } from './member-queries.ts';
import { MemberTable } from './member-table.tsx';
import { SignUpAddress } from './sign-up-address.tsx';
import type { UsersTab } from './users-search.ts';
import { WaitingTable } from './waiting-table.tsx';

export function UsersPage() {
  const { tab = 'waiting' }: { tab?: UsersTab } = useSearch({ strict: false });
  const navigate = useNavigate();
  const waiting = useQuery(waitingQuery);
  const [isInviting, setIsInviting] = useState(false);

  return (
    <>
      <PageHeader
        title="Users"
        sub={waiting.data && `${countOf(waiting.data)} waiting`}
        actions={
          <Button
            variant="filled"
            leftSection={<IconMail size={16} stroke={1.5} />}
            onClick={() => setIsInviting(true)}
          >
            Invite
          </Button>
        }
      />
      <SignUpAddress />
      <Tabs
        mt="lg"
        value={tab}
        keepMounted={false}
        onChange={(next) => void navigate({ to: '/users', search: { tab: next }, replace: true })}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="waiting">Waiting</Tabs.Tab>
          <Tabs.Tab value="members">Members</Tabs.Tab>
          <Tabs.Tab value="invitations">Invitations</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="waiting">
          <WaitingTable />
        </Tabs.Panel>
        <Tabs.Panel value="members">
          <MemberTable />
        </Tabs.Panel>
        <Tabs.Panel value="invitations">
          <InvitationTable />
        </Tabs.Panel>
      </Tabs>
      <InviteDialog opened={isInviting} onClose={() => setIsInviting(false)} />
    </>
  );
}
