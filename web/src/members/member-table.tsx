import { IconCheck, IconTrash } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { Role } from '#domain/kernel/access.ts';
import { may } from '#domain/kernel/rights.ts';
import type { BulkAction } from '#domain/members/bulk.ts';
import type { Member } from '#domain/members/member.ts';
import { Empty } from '#web/platform/faces.tsx';
import { BarButton } from '#web/platform/list/bar-button.tsx';
import type { Filter } from '#web/platform/list/filter.ts';
import { List, type Picked } from '#web/platform/list/list.tsx';
import { wordsOf } from '#web/platform/list/list-search.ts';
import { BulkDialog } from './bulk-dialog.tsx';
import { useMe } from './me.ts';
import { useLiveLoads } from './load-queries.ts';
import { memberColumns } from './member-columns.tsx';
import { memberCount, memberPages, membersFile } from './member-queries.ts';
import { roleNames } from './role-names.ts';
import { useMemberActs } from './use-member-acts.tsx';
import { tabOf, type UsersSearch } from './users-search.ts';

const filters: readonly Filter[] = [
  {
    id: 'verified',
    label: 'VERIFIED',
    options: [
      { value: 'yes', label: 'Verified' },
      { value: 'no', label: 'Not verified' },
    ],
  },
  {
    id: 'admin',
    label: 'ADMIN',
    options: [
      { value: 'yes', label: 'Admin' },
      { value: 'no', label: 'Not Admin' },
    ],
  },
  {
    id: 'role',
    label: 'ROLE',
    several: true,
    options: Role.options.map((value) => ({ value, label: roleNames[value] })),
  },
];

/** As many ids as one bulk action takes. */
const mostPicked = 200;

type Asked = { action: BulkAction; picked: Picked<Member> };

export function MemberTable() {
  const { cols: _, sort, role, ...rest }: UsersSearch = useSearch({ strict: false });
  const filter = { ...rest, role: wordsOf(Role, role) };
  const { member: me } = useMe();
  const { run, dialog } = useMemberActs();
  useLiveLoads();
  const [asked, ask] = useState<Asked | null>(null);
  const mayManage = may(me, 'members.manage');
  const columns = useMemo(() => memberColumns(mayManage ? run : undefined), [mayManage, run]);
  const isTrash = rest.deleted === 'yes';

  return (
    <>
      <List
        label="Users"
        noun="user"
        columns={columns}
        pages={memberPages({ ...filter, sort })}
        count={memberCount(filter)}
        usualSort="name"
        search="Search users..."
        filters={filters}
        idOf={idOf}
        linkOf={isTrash ? undefined : linkOf}
        {...(mayManage && {
          picking: {
            nameOf: ({ name }: Member) => name,
            fileOf: (ids: string[] | undefined) => membersFile({ ...filter, sort }, ids),
            ...(!isTrash && { actions: buttonsFor(ask) }),
          },
        })}
        empty={<EmptyTab tab={tabOf(rest)} />}
      />
      {dialog}
      {asked && <BulkDialog {...asked} filter={filter} onClose={() => ask(null)} />}
    </>
  );
}

const buttonsFor = (ask: (asked: Asked) => void) => (picked: Picked<Member>) => (
  <BulkButtons picked={picked} ask={ask} />
);

function BulkButtons({ picked, ask }: { picked: Picked<Member>; ask: (asked: Asked) => void }): ReactNode {
  if (picked.rows && picked.rows.length > mostPicked) {
    return <span>Up to {mostPicked} picked users, or all that match.</span>;
  }
  return (
    <>
      <BarButton icon={IconCheck} onClick={() => ask({ action: 'verify', picked })}>
        VERIFY SELECTED
      </BarButton>
      <BarButton icon={IconTrash} tone="danger" onClick={() => ask({ action: 'delete', picked })}>
        DELETE SELECTED
      </BarButton>
    </>
  );
}

const nobody: Record<string, string> = {
  waiting: 'Nobody is waiting',
  rejected: 'Nobody is rejected',
  suspended: 'Nobody is suspended',
  deleted: 'Nobody was deleted in the last 30 days',
};

const EmptyTab = ({ tab }: { tab: string | null }) => (
  <Empty title={nobody[tab ?? ''] ?? 'Nobody is here yet'}>
    {tab === 'waiting' && 'Who signs up at your address and submits the form stands here until you verify them.'}
  </Empty>
);

const idOf = ({ id }: { id: string }) => id;
const linkOf = ({ id }: { id: string }) => `/users/${id}`;
