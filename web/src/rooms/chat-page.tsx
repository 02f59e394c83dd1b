import { useParams } from '@tanstack/react-router';
import { useMe } from '#web/members/me.ts';
import { Empty } from '#web/platform/faces.tsx';
import { ChatRoom } from './chat-room.tsx';
import { RoomsPane } from './rooms-pane.tsx';
import classes from './chat-page.module.css';

/** All of one's rooms, the open one, and what is known about it; on a phone one of them at a time. */
export function ChatPage() {
  const { role } = useMe().member;
  const { roomId }: { roomId?: string } = useParams({ strict: false });
  return (
    <div data-flush className={classes.page} data-open={roomId !== undefined || undefined} data-own-head={roomId}>
      <title>Chat · StarOne CRM</title>
      <RoomsPane roomId={roomId} />
      {roomId ? (
        <ChatRoom key={roomId} roomId={roomId} />
      ) : (
        <div className={classes.nothing}>
          <Empty title="Select a task to view messages">
            {role === 'customer'
              ? 'Every task of yours has its conversation. For anything else there is support.'
              : 'Every task has its conversation. Colleagues, teams and support stand beside them.'}
          </Empty>
        </div>
      )}
    </div>
  );
}
