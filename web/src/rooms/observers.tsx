import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import type { Room } from '#domain/rooms/room.ts';
import { useMe } from '#web/members/me.ts';
import { useStopObserving } from './room-acts.ts';
import { withRole } from './room-words.ts';
import classes from './room-head.module.css';

/** Says to everybody who looks on without being a party; who does can stop it. */
export function Observers({ room, onStop }: { room: Room; onStop: () => Promise<void> }) {
  const { member } = useMe();
  const stop = useStopObserving(room.id, onStop);
  const observers = room.members.filter(({ as }) => as === 'observer');
  const others = observers.filter(({ id }) => id !== member.id);
  if (observers.length === 0) return null;
  const isMe = others.length < observers.length;
  return (
    <div className={classes.note}>
      <IconEye size={16} stroke={1.5} aria-hidden />
      <span className="cut" title={others.map(withRole).join(', ')}>
        {isMe && 'You observe this room'}
        {isMe && others.length > 0 && ', and '}
        {others.length === 1 && `${withRole(others[0]!)} observes`}
        {others.length > 1 && `${others.length} people observe`}
      </span>
      {isMe && (
        <Button size="xs" onClick={stop}>
          Stop observing
        </Button>
      )}
    </div>
  );
}
