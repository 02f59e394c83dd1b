import { Moment } from '#web/platform/moment.tsx';
import { Avatar } from '#web/platform/person.tsx';
import { Bubble } from './bubble.tsx';
import { OwnTick } from './own-tick.tsx';
import type { MessageRow as Row } from './runs.ts';
import classes from './log.module.css';

type Props = { row: Row; isMine: boolean; readAt: string | null };

/** One message: the name above the first of a run of theirs, the time and ticks below the last of mine. */
export function MessageRow({ row: { message, opensRun, closesRun }, isMine, readAt }: Props) {
  const isNamed = opensRun && !isMine;
  return (
    <div
      className={classes.message}
      data-mine={isMine || undefined}
      data-opens={opensRun || undefined}
      data-closes={closesRun || undefined}
    >
      {isNamed && <Avatar person={message.sender} />}
      <div className={classes.body}>
        {isNamed && (
          <div className={classes.by}>
            <b>{message.sender.name}</b> <Moment at={message.sentAt} style="time" />
          </div>
        )}
        <Bubble message={message} />
        {isMine && closesRun && <OwnTick message={message} readAt={readAt} />}
      </div>
    </div>
  );
}
