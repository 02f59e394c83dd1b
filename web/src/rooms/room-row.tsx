import { VisuallyHidden } from '@mantine/core';
import { IconAt, IconVolumeOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Seat } from '#domain/rooms/room.ts';
import { useMe } from '#web/members/me.ts';
import { RoomFace } from './room-face.tsx';
import { roomName } from './room-words.ts';
import { When } from './when.tsx';
import classes from './room-list.module.css';

type Props = { seat: Seat; isOpen: boolean; search: Record<string, string | undefined> };

/** A room in the list: whose, what was said last and by whom, and what of it one has not read. */
export function RoomRow({ seat, isOpen, search }: Props) {
  const { member } = useMe();
  // The open room is being read.
  const unread = isOpen ? 0 : seat.unread;
  return (
    <li>
      <Link
        to={`/chat/${seat.roomId}`}
        search={search}
        className={classes.row}
        aria-current={isOpen ? 'page' : undefined}
        data-room={seat.roomId}
        data-unread={unread > 0 || undefined}
      >
        <RoomFace room={seat} />
        <span className={classes.words}>
          <span className={classes.line}>
            <bdi className={`cut ${classes.name}`}>{roomName(seat, member)}</bdi>
            {seat.lastLine && <When at={seat.lastLine.at} />}
          </span>
          <span className={classes.line}>
            <LastLine line={seat.lastLine} myId={member.id} />
            {seat.isMuted && <IconVolumeOff size={14} stroke={1.5} role="img" aria-label="Muted" />}
            {unread > 0 && seat.isMentioned && (
              <IconAt size={14} stroke={2} role="img" aria-label="You are mentioned" />
            )}
            {unread > 0 && (
              <span className="count">
                {unread > 99 ? '99+' : unread}
                <VisuallyHidden> unread</VisuallyHidden>
              </span>
            )}
          </span>
        </span>
      </Link>
    </li>
  );
}

function LastLine({ line, myId }: { line: Seat['lastLine']; myId: string }) {
  if (!line) return <span className="cut">Nothing was said yet</span>;
  return (
    <bdi className="cut">
      {line.by && `${line.by.id === myId ? 'You' : line.by.name}: `}
      {line.text}
    </bdi>
  );
}
