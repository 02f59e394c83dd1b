import { Button } from '@mantine/core';
import { IconAlertCircle, IconClock } from '@tabler/icons-react';
import type { Unsent } from './outbox.ts';
import classes from './chat.module.css';

/** A message of mine that the server has not confirmed: on its way, or failed with another try. */
export function UnsentBubble({ unsent, onRetry }: { unsent: Unsent; onRetry: () => void }) {
  return (
    <div className={classes.run} data-mine>
      <div className={classes.bubbles}>
        <div className={classes.bubble} data-unsent>
          {unsent.text}
        </div>
        {unsent.failed === null ? (
          <div className={classes.meta}>
            <IconClock size={14} stroke={1.5} aria-hidden />
            Sending…
          </div>
        ) : (
          <div className={classes.meta} data-failed>
            <IconAlertCircle size={14} stroke={1.5} aria-hidden />
            Not sent: {unsent.failed}
            <Button size="compact-sm" variant="subtle" onClick={onRetry}>
              Retry
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
