import { Button } from '@mantine/core';
import { IconAlertCircle, IconClock } from '@tabler/icons-react';
import { MessageText } from './message-text.tsx';
import { outbox, type Unsent } from './outbox.ts';
import bubble from './bubble.module.css';
import classes from './log.module.css';

/** A message of mine that the server has not confirmed: on its way, or failed with another try. */
export function UnsentBubble({ unsent }: { unsent: Unsent }) {
  const { place, text, files, replyTo, failed } = unsent;
  return (
    <div className={classes.message} data-mine data-closes>
      <div className={classes.body}>
        {files.length > 0 && (
          <ul className={bubble.enclosed}>
            {files.map(({ id, name }) => (
              <li key={id} className="cut">
                {name}
              </li>
            ))}
          </ul>
        )}
        {(text || replyTo) && (
          <div className={bubble.bubble} data-unsent>
            {replyTo && <div className={bubble.quote}>{replyTo.name}</div>}
            <MessageText text={text} mentioned={[]} />
          </div>
        )}
        {failed ? (
          <div className={classes.meta} data-failed>
            <IconAlertCircle size={14} stroke={1.5} aria-hidden />
            {failed.isRefused ? 'Not sent' : 'Not sent yet'}: {failed.reason}
            <Button size="compact-sm" variant="subtle" onClick={() => void outbox.retry(place)}>
              Retry
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => void outbox.remove(place)}>
              Remove
            </Button>
          </div>
        ) : (
          <div className={classes.meta}>
            <IconClock size={14} stroke={1.5} aria-hidden />
            Sending…
          </div>
        )}
      </div>
    </div>
  );
}
