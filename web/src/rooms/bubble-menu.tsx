import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowBackUp, IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { mayEdit, type Message } from '#domain/rooms/message.ts';
import { toast } from '#web/platform/toast.tsx';
import { useActs } from './acts.ts';
import { quickEmoji } from './emoji.ts';
import classes from './bubble.module.css';

type Props = { message: Message; opened: boolean; onChange: (opened: boolean) => void; onDelete: () => void };

/** What one may do with a message, at its corner. */
export function BubbleMenu({ message, opened, onChange, onDelete }: Props) {
  const { memberId, isLeader, react, reply, edit } = useActs();
  const isMine = message.sender.id === memberId;
  const hasMine = (emoji: string) =>
    message.reactions.some((each) => each.emoji === emoji && each.by.includes(memberId));
  return (
    <div className={classes.bar} data-opened={opened || undefined}>
      <ActionIcon size={28} aria-label="Reply" onClick={() => reply(message)}>
        <IconArrowBackUp size={16} stroke={1.5} />
      </ActionIcon>
      <Menu position="bottom-end" opened={opened} onChange={onChange} returnFocus>
        <Menu.Target>
          <ActionIcon size={28} aria-label="More">
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <div className={classes.emoji} role="group" aria-label="React">
            {quickEmoji.map(({ emoji, name }) => (
              <Menu.Item
                key={emoji}
                className={classes.pick}
                aria-label={name}
                data-mine={hasMine(emoji) || undefined}
                onClick={() => react(message, emoji, !hasMine(emoji))}
              >
                {emoji}
              </Menu.Item>
            ))}
          </div>
          <Menu.Divider />
          <Menu.Item leftSection={<IconArrowBackUp size={16} stroke={1.5} />} onClick={() => reply(message)}>
            Reply
          </Menu.Item>
          {message.text && (
            <Menu.Item leftSection={<IconCopy size={16} stroke={1.5} />} onClick={() => void copy(message.text)}>
              Copy
            </Menu.Item>
          )}
          {mayEdit(message, memberId, new Date()) && (
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} />} onClick={() => edit(message)}>
              Edit
            </Menu.Item>
          )}
          {(isMine || isLeader) && (
            <Menu.Item leftSection={<IconTrash size={16} stroke={1.5} />} onClick={onDelete}>
              Delete
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  toast('Copied');
}
