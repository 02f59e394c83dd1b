import { Tooltip, UnstyledButton } from '@mantine/core';
import type { Message } from '#domain/rooms/message.ts';
import { useActs } from './acts.ts';
import { emojiName } from './emoji.ts';
import classes from './bubble.module.css';

/** The emoji on a message with their counts; a press puts one's own there, or takes it off. */
export function Reactions({ message }: { message: Message }) {
  const { memberId, members, react } = useActs();
  const nameOf = (id: string) =>
    id === memberId ? 'You' : (members.find((member) => member.id === id)?.name ?? 'Former member');
  if (message.reactions.length === 0) return null;
  return (
    <div className={classes.reactions}>
      {message.reactions.map(({ emoji, by }) => {
        const isMine = by.includes(memberId);
        const names = by.map(nameOf).join(', ');
        return (
          <Tooltip key={emoji} label={names}>
            <UnstyledButton
              className={classes.reaction}
              aria-pressed={isMine}
              aria-label={`${emojiName(emoji)}, ${by.length}: ${names}`}
              onClick={() => react(message, emoji, !isMine)}
            >
              <span aria-hidden>{emoji}</span> {by.length}
            </UnstyledButton>
          </Tooltip>
        );
      })}
    </div>
  );
}
