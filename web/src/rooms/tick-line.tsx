import { Tooltip } from '@mantine/core';
import { IconCheck, IconChecks } from '@tabler/icons-react';
import { formatMoment } from '#web/platform/format-moment.ts';
import { Moment } from '#web/platform/moment.tsx';
import type { Tick } from './receipts.ts';
import classes from './log.module.css';

/** Below the last of a run of mine: when, and how far it has come. `readAt` only where it is true of this message. */
export function TickLine({ at, tick, readAt }: { at: string; tick: Tick; readAt: string | null }) {
  const Icon = tick.state === 'sent' ? IconCheck : IconChecks;
  return (
    <div className={classes.meta}>
      <Moment at={at} style="time" />
      <Icon size={15} stroke={1.5} aria-hidden className={tick.state === 'read' ? classes.read : undefined} />
      {tick.isForTwo || tick.readBy.length === 0 ? (
        <span>{wordsOf(tick, readAt)}</span>
      ) : (
        <Tooltip label={tick.readBy.join(', ')}>
          <span>{wordsOf(tick, readAt)}</span>
        </Tooltip>
      )}
    </div>
  );
}

function wordsOf({ state, readBy, isForTwo }: Tick, readAt: string | null): string {
  if (state === 'sent') return 'Sent';
  if (state === 'delivered') return 'Delivered';
  if (!isForTwo) return `Read by ${readBy.length}`;
  return readAt ? `Read ${formatMoment(readAt, 'time')}` : 'Read';
}
