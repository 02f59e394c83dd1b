import { ActionIcon } from '@mantine/core';
import { IconMessage } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Task } from '#domain/tasks/task.ts';
import classes from './tasks.module.css';

/** The chat icon: in a row, or framed among other buttons. */
export const RoomLink = ({ task, isFramed = false }: { task: Task; isFramed?: boolean }) => (
  <ActionIcon
    component={Link}
    to={`/tasks/${task.id}`}
    {...(isFramed && { variant: 'default', className: classes.more ?? '' })}
    aria-label={`Open the room of ${task.title}`}
    title="Open the room"
  >
    <IconMessage size={16} stroke={1.5} />
  </ActionIcon>
);
