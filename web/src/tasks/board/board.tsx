import {
  DndContext,
  type DragEndEvent,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core';
import { useState } from 'react';
import type { Task, TaskStatus } from '#domain/tasks/task.ts';
import { toast, toastProblem, toastUndo } from '#web/platform/toast.tsx';
import { statusFace } from '../task-words.ts';
import { type BoardFilter, useMove } from './board-queries.ts';
import { Lane } from './lane.tsx';
import { lanes, mayGo } from './lanes.ts';
import { alongLanes, announcements, instructions, isLane } from './lifting.ts';
import { CardFace, type CardActions } from './task-card.tsx';
import classes from './board.module.css';

type Props = {
  filter: BoardFilter;
  /** Undefined: all of them. */
  statuses: readonly TaskStatus[] | undefined;
  today: string;
  onCreate: (() => void) | undefined;
  onAssign: CardActions['onAssign'];
};

/** Tasks by status. A card goes by pointer, by keys and by its menu: all three end in the same move, with an undo. */
export function Board({ filter, statuses, today, onCreate, onAssign }: Props) {
  const [lifted, setLifted] = useState<Task | null>(null);
  const move = useMove(filter);
  const sensors = useSensors(
    // A click is no drag, and a finger that scrolls lifts nothing.
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 250, tolerance: 8 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: alongLanes,
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space'] },
    }),
  );

  const goTo = (task: Task, to: TaskStatus, isUndo = false) => {
    const { status: from } = task;
    if (to === 'requested' || !mayGo(from, to)) return;
    move.mutateAsync({ task, to }).then((moved) => {
      const said = `${task.title}: ${statusFace[to].children}`;
      // Nothing becomes a request again.
      if (from === 'requested' || isUndo) toast(said);
      else toastUndo(said, () => goTo(moved, from, true));
    }, toastProblem);
  };

  const drop = ({ over }: DragEndEvent) => {
    if (lifted && isLane(over?.id)) goTo(lifted, over.id);
    setLifted(null);
  };

  return (
    <DndContext
      sensors={sensors}
      // Keys have no pointer: then the card itself is what lies over a lane.
      collisionDetection={(args) => (args.pointerCoordinates ? pointerWithin(args) : rectIntersection(args))}
      accessibility={{ announcements, screenReaderInstructions: instructions }}
      onDragStart={({ active }) => setLifted((active.data.current?.['task'] as Task | undefined) ?? null)}
      onDragEnd={drop}
      onDragCancel={() => setLifted(null)}
    >
      <div className={classes.board}>
        {lanes
          .filter((status) => !statuses || statuses.includes(status))
          .map((status) => (
            <Lane
              key={status}
              status={status}
              filter={filter}
              today={today}
              onMove={goTo}
              onAssign={onAssign}
              onCreate={status === 'pending' ? onCreate : undefined}
              isTarget={lifted !== null && mayGo(lifted.status, status)}
            />
          ))}
      </div>
      <p className={classes.hint}>Space lifts a card, arrows move it, Space drops it. Or use “Move to” in its menu.</p>
      <DragOverlay dropAnimation={null}>
        {lifted && (
          <div className={classes.lifted}>
            <CardFace task={lifted} today={today} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
