import { useSearch } from '@tanstack/react-router';
import { BulkLine } from './bulk-line.tsx';
import { MemberTable } from './member-table.tsx';
import { UsersFrame } from './users-frame.tsx';
import { tabOf, type UsersSearch } from './users-search.ts';

export function UsersPage() {
  const search: UsersSearch = useSearch({ strict: false });
  return (
    <UsersFrame tab={tabOf(search)}>
      <BulkLine />
      <MemberTable />
    </UsersFrame>
  );
}
