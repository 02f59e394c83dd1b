import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { may } from '#domain/kernel/rights.ts';
import { useMe } from '#web/members/me.ts';
import { countOf, waitingQuery } from '#web/members/member-queries.ts';
import { unreadRooms } from '#web/rooms/seat-queries.ts';
import type { PageEntry } from './pages.ts';

/** What waits behind an entry: people behind Users, rooms with something unread behind Chat, nothing behind others. */
export function NavCount({ entry }: { entry: PageEntry }) {
  if (entry.to === '/users') return <Waiting />;
  return entry.to === '/chat' ? <Unread /> : null;
}

function Waiting() {
  const { member } = useMe();
  const { data } = useQuery({ ...waitingQuery, enabled: may(member, 'members.verify') });
  if (!data || data.items.length === 0) return null;
  return <Count word="waiting">{countOf(data)}</Count>;
}

function Unread() {
  const { data } = useQuery(unreadRooms);
  if (!data || data.rooms === 0) return null;
  return <Count word="unread">{data.rooms > 99 ? '99+' : String(data.rooms)}</Count>;
}

const Count = ({ word, children }: { word: string; children: string }) => (
  <span className="count">
    {children}
    <VisuallyHidden> {word}</VisuallyHidden>
  </span>
);
