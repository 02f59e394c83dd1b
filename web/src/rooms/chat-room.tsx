import { ActionIcon, Drawer, Tooltip } from '@mantine/core';
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';
import { IconChevronLeft, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Room } from '#domain/rooms/room.ts';
import { useMe } from '#web/members/me.ts';
import { Chat } from './chat.tsx';
import { useChatSearch } from './chat-search.ts';
import { InfoPane } from './info-pane.tsx';
import { RoomHead } from './room-head.tsx';
import { roomHead } from './room-queries.ts';
import { RoomSub } from './room-sub.tsx';
import { roomName } from './room-words.ts';
import { useClearBadge } from './use-clear-badge.ts';
import { useGoTo } from './use-go-to.ts';
import classes from './chat-page.module.css';

/** One room of the chat page: the conversation, and beside it what is known about the room. */
export function ChatRoom({ roomId }: { roomId: string }) {
  const { member } = useMe();
  const navigate = useNavigate();
  const { q, kind } = useChatSearch();
  const { wanted, goTo } = useGoTo();
  const info = useInfo();
  // The conversation reads it.
  const { data: room } = useQuery({ ...roomHead(roomId), enabled: false });
  useClearBadge(roomId);

  const toList = { to: '/chat', search: { q, kind } };
  const back = (
    <ActionIcon
      size={44}
      className={classes.back ?? ''}
      aria-label="Back"
      renderRoot={(props) => <Link {...toList} {...props} />}
    >
      <IconChevronLeft size={20} stroke={1.5} />
    </ActionIcon>
  );
  const head = (room: Room) => (
    <RoomHead
      room={room}
      title={<RoomTitle room={room} />}
      sub={<RoomSub room={room} />}
      before={back}
      after={<InfoButton isOpen={info.isOpen} onClick={info.toggle} />}
      onGoTo={goTo}
      onStop={() => navigate(toList)}
      heading={info.isPhone ? 'h1' : 'h2'}
    />
  );
  return (
    <>
      <div className={classes.room}>
        {room ? <title>{`${roomName(room, member)} · StarOne CRM`}</title> : <div className={classes.bar}>{back}</div>}
        <Chat roomId={roomId} head={head} goTo={wanted} />
      </div>
      {room && info.isOpen && !info.isOver && (
        <aside className={classes.info} aria-label="About this conversation">
          <InfoPane room={room} />
        </aside>
      )}
      {room && info.isOver && (
        <Drawer
          opened={info.isOpen}
          onClose={info.toggle}
          title="About this conversation"
          position="right"
          size={info.isPhone ? '100%' : 344}
          closeButtonProps={{ 'aria-label': 'Close' }}
        >
          <InfoPane room={room} />
        </Drawer>
      )}
    </>
  );
}

/** A pane where there is room for it, and remembered there; on smaller screens it lies over the conversation. */
function useInfo() {
  const isOver = useMediaQuery('(max-width: 1199px)', undefined, { getInitialValueInEffect: false });
  const isPhone = useMediaQuery('(max-width: 767px)', undefined, { getInitialValueInEffect: false });
  const [isPaneOpen, setIsPaneOpen] = useLocalStorage({ key: 'room-info', defaultValue: true });
  const [isDrawerOpen, setIsDrawerOpen] = useState(false);
  return isOver
    ? { isOver, isPhone, isOpen: isDrawerOpen, toggle: () => setIsDrawerOpen(!isDrawerOpen) }
    : { isOver, isPhone, isOpen: isPaneOpen, toggle: () => setIsPaneOpen(!isPaneOpen) };
}

function RoomTitle({ room }: { room: Room }) {
  const { member } = useMe();
  const name = roomName(room, member);
  return <bdi>{room.kind === 'task' ? <Link to={`/tasks/${room.id}`}>{name}</Link> : name}</bdi>;
}

const InfoButton = ({ isOpen, onClick }: { isOpen: boolean; onClick: () => void }) => (
  <Tooltip label="About this conversation">
    <ActionIcon aria-label="About this conversation" aria-expanded={isOpen} onClick={onClick}>
      <IconInfoCircle size={16} stroke={1.5} />
    </ActionIcon>
  </Tooltip>
);
