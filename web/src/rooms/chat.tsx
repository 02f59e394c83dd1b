import type { ReactNode } from 'react';
import type { Room } from '#domain/rooms/room.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { Conversation, type Wanted } from './conversation.tsx';
import { useRoom } from './use-room.ts';
import classes from './chat.module.css';

type Props = {
  roomId: string;
  /** What stands above the messages. */
  head?: ((room: Room) => ReactNode) | undefined;
  /** A message to go to. */
  goTo?: Wanted | undefined;
  /** The reader is none of its people: they join it before they read it. */
  mustJoin?: boolean;
};

/** A room by its id: its head, and what was and is being said in it. */
export function Chat(props: Props) {
  // A new room is a new conversation: nothing of the last one may stay.
  return <OpenChat key={props.roomId} {...props} />;
}

function OpenChat({ roomId, head, goTo, mustJoin }: Props) {
  const { room, stream, error, refetch } = useRoom(roomId, mustJoin);
  return (
    <section className={classes.chat} aria-label="Chat">
      {room && head?.(room)}
      {room && stream ? (
        <Conversation room={room} stream={stream} goTo={goTo} />
      ) : (
        <div className={classes.waiting}>
          {error ? <Failed error={error} retry={refetch} /> : <Loading rows={4} label="Loading messages" />}
        </div>
      )}
    </section>
  );
}
