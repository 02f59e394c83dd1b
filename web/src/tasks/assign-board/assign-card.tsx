import { useDraggable } from '@dnd-kit/core';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconAlertTriangle, IconDots } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Task } from '#domain/tasks/task.ts';
import { Status } from '#web/platform/status.tsx';
import { available, type Mark, type Move, type Place, placeOf } from './plan.ts';
import classes from './assign-board.module.css';

export type Colleague = { id: string; name: string; email: string };

type Props = {
  task: Task;
  mark: Mark | null;
  move: Move | undefined;
  colleagues: readonly Colleague[];
  onMove: (task: Task, to: Place) => void;
};

/** A task to be given to somebody: dragged, or by "Assign to". */
export function AssignCard({ task, mark, move, colleagues, onMove }: Props) {
  const { setNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: task.id,
    data: { task },
    attributes: { role: 'group', roleDescription: 'card that can be moved', tabIndex: -1 },
  });
  const here = move?.to ?? placeOf(task);
  return (
    <li>
      <div
        ref={setNodeRef}
        className={classes.card}
        data-lifted={isDragging || undefined}
        data-moved={move !== undefined || undefined}
        {...listeners}
        {...attributes}
        aria-label={task.title}
      >
        <span className={classes.cardWords}>
          <Link to="/tasks/$taskId" params={{ taskId: task.id }} draggable={false} className={classes.cardTitle}>
            {task.title}
          </Link>
          <span className="muted cut">{task.customer.name}</span>
          {move?.failed && (
            <Status icon={IconAlertTriangle} tone="bad">
              {`Not saved: ${move.failed}`}
            </Status>
          )}
        </span>
        {mark && <span className={classes.mark}>{mark}</span>}
        <Menu position="bottom-end">
          <Menu.Target>
            {here === available ? (
              <Button size="xs" aria-label={`Assign ${task.title} to`}>
                Assign to
              </Button>
            ) : (
              <ActionIcon size={24} variant="subtle" aria-label={`Move ${task.title}`}>
                <IconDots size={14} stroke={1.5} />
              </ActionIcon>
            )}
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
            {here !== available && <Menu.Item onClick={() => onMove(task, available)}>Back to available</Menu.Item>}
            {colleagues
              .filter(({ id }) => id !== here)
              .map(({ id, name, email }) => (
                <Menu.Item key={id} onClick={() => onMove(task, id)}>
                  {name} <span className="muted">{email}</span>
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </li>
  );
}
