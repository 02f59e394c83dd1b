import { memo } from 'react';
import { Moment } from '#web/platform/moment.tsx';
import { Avatar } from '#web/platform/person.tsx';
import { Bubble } from './bubble.tsx';
import type { Tick } from './receipts.ts';
import type { MessageRow as Row } from './runs.ts';
import { TickLine } from './tick-line.tsx';
import classes from './log.module.css';

/** `tick` stands below the last of a run of mine. */
type Props = { row: Row; isMine: boolean; tick: Tick | null; readAt: string | null };

/** Rows are made anew whenever something comes; thousands of messages stay as they were. */
const isSame = (a: Props, b: Props): boolean =>
  a.row.message === b.row.message &&
  a.row.opensRun === b.row.opensRun &&
  a.row.closesRun === b.row.closesRun &&
  a.isMine === b.isMine &&
  a.readAt === b.readAt &&
  a.tick?.state === b.tick?.state &&
  a.tick?.isForTwo === b.tick?.isForTwo &&
  a.tick?.readBy.join('\n') === b.tick?.readBy.join('\n');

/** One message: the name above the first of a run of theirs, the time and ticks below the last of mine. */
export const MessageRow = memo(({ row: { message, opensRun, closesRun }, isMine, tick, readAt }: Props) => {
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
        {tick && <TickLine at={message.sentAt} tick={tick} readAt={readAt} />}
      </div>
    </div>
  );
}, isSame);
