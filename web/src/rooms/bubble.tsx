import { useState } from 'react';
import type { Message } from '#domain/rooms/message.ts';
import { FileTiles } from '#web/files/file-tiles.tsx';
import { formatMoment } from '#web/platform/format-moment.ts';
import { useActs } from './acts.ts';
import { BubbleMenu } from './bubble-menu.tsx';
import { DeleteQuestion } from './delete-question.tsx';
import { MessageText } from './message-text.tsx';
import { Quote } from './quote.tsx';
import { Reactions } from './reactions.tsx';
import { useBubble } from './use-bubble.ts';
import classes from './bubble.module.css';

/** One message. Its menu is there while it is pointed at, has the focus, or was pressed for long. */
export function Bubble({ message }: { message: Message }) {
  const { remove } = useActs();
  const [isAsking, setIsAsking] = useState(false);
  const { isActive, isMenuOpen, setMenuOpen, handlers } = useBubble();

  return (
    <article
      data-seq={message.seq}
      // The arrows of the log bring the focus here.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={-1}
      className={classes.message}
      aria-label={`${message.sender.name}, ${formatMoment(message.sentAt, 'day-time')}`}
      {...handlers}
    >
      {message.deletedAt ? (
        <div className={classes.bubble} data-deleted>
          This message was deleted
        </div>
      ) : (
        <>
          <Content message={message} />
          <Reactions message={message} />
          {isActive && !isAsking && (
            <BubbleMenu
              message={message}
              opened={isMenuOpen}
              onChange={setMenuOpen}
              onDelete={() => setIsAsking(true)}
            />
          )}
          {isAsking && (
            <DeleteQuestion
              onYes={() => {
                setIsAsking(false);
                remove(message);
              }}
              onNo={() => setIsAsking(false)}
            />
          )}
        </>
      )}
    </article>
  );
}

function Content({ message }: { message: Message }) {
  const { members } = useActs();
  const mentioned = members.filter(({ id }) => message.mentions.includes(id)).map(({ name }) => name);
  return (
    <>
      {message.files.length > 0 && <FileTiles files={message.files} />}
      {(message.text || message.replyTo) && (
        <div className={classes.bubble}>
          {message.replyTo && <Quote of={message.replyTo} />}
          {message.text && (
            <MessageText text={message.text} mentioned={mentioned}>
              {message.editedAt && (
                <span className={classes.edited} title={formatMoment(message.editedAt, 'exact')}>
                  edited
                </span>
              )}
            </MessageText>
          )}
        </div>
      )}
    </>
  );
}
