import { Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconMail, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { may } from '#domain/kernel/rights.ts';
import { PageHeader } from '#web/platform/page-header.tsx';
import { counted } from './counted.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { useMe } from './me.ts';
import { countOf, memberTotal, waitingQuery } from './member-queries.ts';
import { searchOf, userTabs } from './users-search.ts';
import classes from './members.module.css';

type Props = { tab: string | null; children: ReactNode };

/** What stands over the list of people and over that of the invitations. */
export function UsersFrame({ tab, children }: Props) {
  const { member } = useMe();
  const navigate = useNavigate();
  const waiting = useQuery(waitingQuery).data;
  const total = useQuery(memberTotal()).data;
  const [isInviting, inviting] = useDisclosure();
  const open = (next: string | null) =>
    next === 'invitations'
      ? void navigate({ to: '/users/invitations' })
      : void navigate({ to: '/users', search: searchOf(next) });

  return (
    <>
      <PageHeader
        title="Users"
        sub={
          <span className="figures">
            {[
              total && counted(total.count, 'person', 'people'),
              waiting && waiting.items.length > 0 && `${countOf(waiting)} waiting to verify`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        }
        actions={
          <>
            {may(member, 'members.invite') && (
              <Button leftSection={<IconMail size={16} stroke={1.5} />} onClick={inviting.open}>
                Invite
              </Button>
            )}
            {may(member, 'members.manage') && (
              <Button
                component={Link}
                to="/users/new"
                variant="filled"
                leftSection={<IconPlus size={16} stroke={1.5} />}
              >
                Add user
              </Button>
            )}
          </>
        }
      />
      <Tabs value={tab} onChange={open}>
        <Tabs.List className={classes.tabs ?? ''} aria-label="Users">
          {userTabs.map(({ value, label }) => (
            <Tabs.Tab key={value} value={value}>
              {label}
            </Tabs.Tab>
          ))}
          {may(member, 'members.invite') && <Tabs.Tab value="invitations">Invitations</Tabs.Tab>}
        </Tabs.List>
      </Tabs>
      {children}
      <InviteDialog opened={isInviting} onClose={inviting.close} />
    </>
  );
}
