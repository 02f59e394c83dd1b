import { TextInput, Title, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { may } from '#domain/kernel/rights.ts';
import { RoomKind } from '#domain/rooms/room.ts';
import { useMe } from '#web/members/me.ts';
import { useChatSearch } from './chat-search.ts';
import { ContactSupport } from './contact-support.tsx';
import { MessageHits } from './message-hits.tsx';
import { NewRoomButton } from './new-room.tsx';
import { RoomList } from './room-list.tsx';
import { kindWords } from './room-words.ts';
import { useNextUnread } from './use-next-unread.ts';
import classes from './chat-page.module.css';

const typingMs = 200;

/** The list of rooms with what narrows it; what is searched is searched in their messages as well. */
export function RoomsPane({ roomId }: { roomId: string | undefined }) {
  const { member } = useMe();
  const { q, kind, show } = useChatSearch();
  const [typed, setTyped] = useState(q ?? '');
  const search = useDebouncedCallback((text: string) => show({ q: text.trim() || undefined }), typingMs);
  const field = useRef<HTMLInputElement>(null);
  useHotkeys([['/', () => field.current?.focus()]]);
  useNextUnread({ q, kind }, roomId);

  const mayTeam = may(member, 'rooms.team');
  const isOpenTo: Record<RoomKind, boolean> = {
    task: true,
    direct: mayTeam,
    team: mayTeam,
    support: may(member, 'rooms.ask-support') || may(member, 'rooms.answer-support'),
  };
  const kinds = RoomKind.options.filter((each) => isOpenTo[each]);
  const kept = { q, kind };

  return (
    <section className={classes.list} aria-label="Your conversations">
      <header className={classes.head}>
        <Title order={1}>Chat</Title>
        {mayTeam ? <NewRoomButton /> : <ContactSupport />}
      </header>
      <search className={classes.search}>
        <TextInput
          ref={field}
          type="search"
          aria-label="Search conversations and messages"
          aria-keyshortcuts="/"
          placeholder="Search conversations"
          leftSection={<IconSearch size={16} stroke={1.5} />}
          maxLength={100}
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            search(value);
          }}
        />
        <div role="group" aria-label="Kind of conversation" className={classes.kinds}>
          {[undefined, ...kinds].map((each) => (
            <UnstyledButton
              key={each ?? 'all'}
              className={classes.kind}
              aria-pressed={each === kind}
              onClick={() => show({ kind: each })}
            >
              {each ? kindWords[each].plural : 'All'}
            </UnstyledButton>
          ))}
        </div>
      </search>
      <RoomList wish={kept} roomId={roomId} search={kept} />
      {q && <MessageHits q={q} roomId={roomId} search={kept} />}
    </section>
  );
}
