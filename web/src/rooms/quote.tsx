import { UnstyledButton } from '@mantine/core';
import type { Message } from '#domain/rooms/message.ts';
import { useActs } from './acts.ts';
import classes from './bubble.module.css';

/** What a message answers; a click goes there. */
export function Quote({ of }: { of: NonNullable<Message['replyTo']> }) {
  const { goTo } = useActs();
  return (
    <UnstyledButton className={classes.quote} onClick={() => goTo(of.seq)}>
      <b>{of.name}</b>
      <span dir="auto" className={classes.quoted}>
        {of.text || 'A file'}
      </span>
    </UnstyledButton>
  );
}
