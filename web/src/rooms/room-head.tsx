import { ActionIcon, Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconVolume, IconVolumeOff, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Room } from '#domain/rooms/room.ts';
import { useMe } from '#web/members/me.ts';
import { useMute } from './room-acts.ts';
import { RoomFace } from './room-face.tsx';
import { RoomSearch } from './room-search.tsx';
import { otherIn } from './room-words.ts';
import { Observers } from './observers.tsx';
import { UserDetails } from './user-details.tsx';
import classes from './room-head.module.css';

type Props = {
  room: Room;
  title: ReactNode;
  /** Below the title: who, and whether they are here. */
  sub: ReactNode;
  /** Before the face: the way back on a phone. */
  before?: ReactNode;
  /** After the other signs: what only this page has. */
  after?: ReactNode;
  onGoTo: (seq: number) => void;
  onStop: () => Promise<void>;
  /** The first heading where nothing else is on the page. */
  heading?: 'h1' | 'h2';
};

/** Whom one talks to, who looks on, and the search in the room. */
export function RoomHead({ room, title, sub, before, after, onGoTo, onStop, heading: Heading = 'h2' }: Props) {
  const { member } = useMe();
  const [isSearching, setIsSearching] = useState(false);
  const [isShown, setIsShown] = useState(false);
  const other = otherIn(room, member);
  return (
    <>
      <header className={classes.head}>
        {before}
        {other ? (
          <UnstyledButton className={classes.face} onClick={() => setIsShown(true)}>
            <VisuallyHidden>User Details of {other.name} </VisuallyHidden>
            <RoomFace room={room} />
          </UnstyledButton>
        ) : (
          <RoomFace room={room} />
        )}
        <div className={classes.words}>
          <Heading className={`cut ${classes.title}`}>{title}</Heading>
          <div className={`cut ${classes.sub}`}>{sub}</div>
        </div>
        <Observers room={room} onStop={onStop} />
        <div className={classes.signs}>
          <Tooltip label="Search in this room">
            <ActionIcon
              aria-label="Search in this room"
              aria-expanded={isSearching}
              onClick={() => setIsSearching(!isSearching)}
            >
              <IconSearch size={16} stroke={1.5} />
            </ActionIcon>
          </Tooltip>
          <MuteButton room={room} />
          {after}
        </div>
      </header>
      {isSearching && <RoomSearch roomId={room.id} onGoTo={onGoTo} onClose={() => setIsSearching(false)} />}
      {isShown && other && <UserDetails room={room} person={other} onClose={() => setIsShown(false)} />}
    </>
  );
}

function MuteButton({ room }: { room: Room }) {
  const { setMuted, isPending } = useMute(room.id);
  const label = room.isMuted ? 'Unmute this room' : 'Mute this room';
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} loading={isPending} onClick={() => setMuted(!room.isMuted)}>
        {room.isMuted ? <IconVolumeOff size={16} stroke={1.5} /> : <IconVolume size={16} stroke={1.5} />}
      </ActionIcon>
    </Tooltip>
  );
}
