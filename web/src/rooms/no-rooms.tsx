import { Text, Title } from '@mantine/core';
import type { RoomKind } from '#domain/rooms/room.ts';
import { useMe } from '#web/members/me.ts';
import { ContactSupport } from './contact-support.tsx';
import type { SeatWish } from './seat-queries.ts';
import classes from './room-list.module.css';

const words: Record<RoomKind, [title: string, text: string]> = {
  task: ['No tasks assigned', 'The conversation of a task stands here as soon as the task is yours.'],
  direct: ['No direct messages', 'Write to a colleague with New conversation.'],
  team: ['No team yet', 'Bring several colleagues into one room with New conversation.'],
  support: ['Nobody asked for support', 'A customer’s question to the business stands here.'],
};

export function NoRooms({ q, kind }: SeatWish) {
  const { member } = useMe();
  const isCustomer = member.role === 'customer';
  if (q)
    return (
      <div className={classes.face} role="status">
        <Text c="dimmed" size="md">
          No conversation matches “{q}”
        </Text>
      </div>
    );
  const [title, text] = words[kind ?? 'task'];
  return (
    <div className={classes.face}>
      <Title order={2}>{kind === 'support' && isCustomer ? 'No question yet' : title}</Title>
      <Text c="dimmed" size="md" mt={4} mb="md">
        {kind === 'support' && isCustomer ? 'Ask the business what you like to know.' : text}
      </Text>
      {isCustomer && <ContactSupport />}
    </div>
  );
}
