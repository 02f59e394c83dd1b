import { useEffect, useEffectEvent, useMemo } from 'react';
import { leaders } from '#domain/kernel/access.ts';
import type { Room } from '#domain/rooms/room.ts';
import { hasOlder, type Stream } from '#domain/rooms/stream.ts';
import { useDrop } from '#web/files/use-drop.ts';
import { useMe } from '#web/members/me.ts';
import { type Acts, ActsContext } from './acts.ts';
import { Composer } from './composer.tsx';
import { MessageLog } from './message-log.tsx';
import { otherIn, roomName } from './room-words.ts';
import { firstName, TypingLine } from './typing-line.tsx';
import { UnsentBubble } from './unsent-bubble.tsx';
import { useLog } from './use-log.ts';
import { useOutbox } from './use-outbox.ts';
import { useWishes } from './use-wishes.ts';
import { useWriting } from './use-writing.ts';
import { wished } from './wish.ts';
import classes from './chat.module.css';

/** A new one goes there again. */
export type Wanted = { seq: number };

type Props = { room: Room; stream: Stream; goTo?: Wanted | undefined };

/** What was and is being said: the log, who types, and the field to write in. */
export function Conversation({ room, stream, goTo }: Props) {
  const { member } = useMe();
  const { pending, wish } = useWishes(room.id);
  const { log: logRef, column: columnRef, ...log } = useLog(room.id, stream, member.id);
  const waiting = useOutbox(member.id, room.id, stream.entries);
  const entries = useMemo(
    () => wished(stream.entries, pending, member.id, new Date().toISOString()),
    [stream.entries, pending, member.id],
  );
  const writing = useWriting({ room, memberId: member.id, entries, wish, onSent: log.toEnd });
  const drop = useDrop(writing.enclosing.add);

  const goToWanted = useEffectEvent(log.goTo);
  useEffect(() => {
    if (goTo) goToWanted(goTo.seq);
  }, [goTo]);

  const { startReply: reply, startEdit: edit } = writing;
  const { goTo: scrollTo } = log;
  const acts = useMemo<Acts>(
    () => ({
      memberId: member.id,
      isLeader: leaders.some((role) => role === member.role),
      members: room.members,
      reply,
      edit,
      remove: (message) => void wish({ what: 'remove', message }),
      react: (message, emoji, on) => void wish({ what: 'react', message, emoji, on }),
      goTo: scrollTo,
    }),
    [member, room.members, wish, reply, edit, scrollTo],
  );
  const other = otherIn(room, member);

  return (
    <ActsContext value={acts}>
      <div className={classes.conversation} data-dropping={drop.isOver || undefined} {...drop.handlers}>
        <MessageLog
          logRef={logRef}
          columnRef={columnRef}
          log={log}
          entries={entries}
          members={room.members}
          receipts={stream.receipts}
          memberId={member.id}
          hasOlder={hasOlder(stream)}
        >
          {entries.length + waiting.length === 0 && <p className={classes.none}>No messages yet. Say hello.</p>}
          {waiting.map((each) => (
            <UnsentBubble key={each.messageId} unsent={each} />
          ))}
        </MessageLog>
        <TypingLine roomId={room.id} members={room.members} memberId={member.id} />
        <Composer
          writing={writing}
          whom={other ? firstName(other.name) : roomName(room, member)}
          people={room.members.filter(({ id }) => id !== member.id)}
        />
      </div>
    </ActsContext>
  );
}
