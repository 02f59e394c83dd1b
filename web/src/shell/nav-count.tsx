import { useQuery } from '@tanstack/react-query';
import { may } from '#domain/kernel/rights.ts';
import { useMe } from '#web/members/me.ts';
import { countOf, waitingQuery } from '#web/members/member-queries.ts';
import type { PageEntry } from './pages.ts';

/** How many people wait behind an entry; only Users has any. */
export function NavCount({ entry }: { entry: PageEntry }) {
  const { member } = useMe();
  const isUsers = entry.to === '/users' && may(member, 'members.verify');
  const { data } = useQuery({ ...waitingQuery, enabled: isUsers });
  if (!isUsers || !data || data.items.length === 0) return null;
  return (
    <span className="count" aria-label={`${countOf(data)} waiting`}>
      {countOf(data)}
    </span>
  );
}
