import type { Icon } from '@tabler/icons-react';
import classes from './status.module.css';

export type Tone = 'good' | 'bad' | 'waiting' | 'running' | 'quiet';

/** State is an icon and a word; the colour only repeats what the word says. */
export function Status({ icon: Sign, tone, children }: { icon: Icon; tone: Tone; children: string }) {
  return (
    <span className={classes.status} data-tone={tone}>
      <Sign size={14} stroke={1.9} aria-hidden />
      {children}
    </span>
  );
}
