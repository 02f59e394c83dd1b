import { useDraggable } from '@dnd-kit/core';
import { ActionIcon, Menu } from '@mantine/core';
import { IconCalendarEvent, IconClock, IconDots, IconMessageCircle, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { isOverdue, type Task, type TaskStatus } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { Due } from '#web/platform/due.tsx';
import { Avatar } from '#web/platform/person.tsx';
import { Status } from '#web/platform/status.tsx';
import { statusFace } from '../task-words.ts';
import { lanes, mayGo, staleDays, timeIn } from './lanes.ts';
import classes from './board.module.css';

export type CardActions = {
  onMove: (task: Task, to: TaskStatus) => void;
  /** Undefined for somebody who may not assign. */
  onAssign?: ((task: Task) => void) | undefined;
};

/** A task in its lane: lifted by pointer or Space, or moved by its menu. */
export function TaskCard({ task, today, ...actions }: { task: Task; today: string } & CardActions) {
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: task.id,
    data: { task },
    // It holds a link and a button of its own, so it is none itself.
    attributes: { role: 'group', roleDescription: 'card that can be moved' },
  });
  return (
    <li className={classes.place}>
      <div
        ref={(node) => {
          setNodeRef(node);
          // Keys lift the card only where the card itself is focused, not its link.
          setActivatorNodeRef(node);
        }}
        className={classes.card}
        data-lifted={isDragging || undefined}
        {...listeners}
        {...attributes}
        aria-label={`${task.title}, ${task.customer.name}, ${statusFace[task.status].children}`}
      >
        <CardFace task={task} today={today} onAssign={actions.onAssign} />
      </div>
      <CardMenu task={task} {...actions} />
    </li>
  );
}

/** What a card says; also what hangs on the pointer while it is moved. */
export function CardFace({ task, today, onAssign }: { task: Task; today: string; onAssign?: CardActions['onAssign'] }) {
  const { timeZone } = useMe().workspace;
  const time = timeIn(task, { today, timeZone });
  const isStale = time.days >= (staleDays[task.status] ?? Number.POSITIVE_INFINITY);
  return (
    <>
      <Link to="/tasks/$taskId" params={{ taskId: task.id }} className={classes.title} tabIndex={-1} draggable={false}>
        {task.title}
      </Link>
      <span className={classes.customer}>{task.customer.name}</span>
      <span className={classes.meta}>
        <IconCalendarEvent size={14} stroke={1.5} aria-hidden />
        <Due on={task.dueOn} isOverdue={isOverdue(task, today)} today={today} />
        <span className={classes.time}>
          {isStale ? (
            <Status icon={IconClock} tone="waiting">
              {time.word}
            </Status>
          ) : (
            time.word
          )}
        </span>
        {task.employee && (
          <span title={task.employee.name}>
            <Avatar person={task.employee} />
          </span>
        )}
        {!task.employee && onAssign && (
          <ActionIcon
            radius="xl"
            size={24}
            className={classes.assign}
            aria-label={`Assign ${task.title}`}
            onClick={() => onAssign(task)}
          >
            <IconPlus size={14} stroke={1.5} />
          </ActionIcon>
        )}
      </span>
    </>
  );
}

function CardMenu({ task, onMove, onAssign }: { task: Task } & CardActions) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={24} variant="subtle" className={classes.menu} aria-label={`More about ${task.title}`}>
          <IconDots size={14} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          renderRoot={(props) => <Link to="/tasks/$taskId" params={{ taskId: task.id }} {...props} />}
          leftSection={<IconMessageCircle size={14} stroke={1.5} />}
        >
          Open the room
        </Menu.Item>
        {onAssign && <Menu.Item onClick={() => onAssign(task)}>Assign</Menu.Item>}
        <Menu.Label>Move to</Menu.Label>
        {[...lanes, 'cancelled' as const]
          .filter((to) => mayGo(task.status, to))
          .map((to) => (
            <Menu.Item key={to} onClick={() => onMove(task, to)}>
              <Status {...statusFace[to]} />
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
