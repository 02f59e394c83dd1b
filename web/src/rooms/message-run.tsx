import { IconCheck } from '@tabler/icons-react';
import { Moment } from '#web/platform/moment.tsx';
import { Avatar } from '#web/platform/person.tsx';
import type { Run } from './runs.ts';
import classes from './chat.module.css';

/** What one person wrote in a row: the name above theirs, the time below mine. */
export function MessageRun({ run, isMine }: { run: Run; isMine: boolean }) {
  const [first, last] = [run.messages[0], run.messages.at(-1)];
  if (!first || !last) return null;
  return (
    <div className={classes.run} data-mine={isMine || undefined}>
      {!isMine && <Avatar person={first.sender} />}
      <div className={classes.bubbles}>
        {!isMine && (
          <div className={classes.by}>
            <b>{first.sender.name}</b> <Moment at={first.sentAt} style="time" />
          </div>
        )}
        {run.messages.map(({ id, text }) => (
          <div key={id} className={classes.bubble}>
            {text}
          </div>
        ))}
        {isMine && (
          <div className={classes.meta}>
            <Moment at={last.sentAt} style="time" />
            <IconCheck size={14} stroke={1.5} role="img" aria-label="Sent" />
          </div>
        )}
      </div>
    </div>
  );
}
