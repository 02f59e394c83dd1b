import type {
  Announcements,
  KeyboardCoordinateGetter,
  ScreenReaderInstructions,
  UniqueIdentifier,
} from '@dnd-kit/core';
import type { Task } from '#domain/tasks/task.ts';
import { statusFace } from '../task-words.ts';
import { type Lane, lanes } from './lanes.ts';

export const isLane = (id: UniqueIdentifier | undefined): id is Lane => lanes.some((lane) => lane === id);

/** Left and right carry a lifted card from lane to lane; up and down have nothing to order. */
export const alongLanes: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.code];
  if (!step) return undefined;
  event.preventDefault();
  const { droppableRects, droppableContainers, collisionRect, over, active } = context;
  if (!collisionRect) return undefined;
  const open = lanes.filter((lane) => droppableContainers.get(lane)?.disabled === false);
  const here = isLane(over?.id) ? over.id : (active?.data.current?.['task'] as Task | undefined)?.status;
  const at = lanes.findIndex((lane) => lane === here);
  const next =
    step > 0 ? open.find((lane) => lanes.indexOf(lane) > at) : open.findLast((lane) => lanes.indexOf(lane) < at);
  const rect = next && droppableRects.get(next);
  if (!rect) return undefined;
  return {
    x: currentCoordinates.x + (rect.left + rect.width / 2) - (collisionRect.left + collisionRect.width / 2),
    y: currentCoordinates.y + (rect.top + 48) - collisionRect.top,
  };
};

const nameOf = (data: { current?: Record<string, unknown> | undefined }): string =>
  (data.current?.['task'] as Task | undefined)?.title ?? 'The card';
const laneName = (id: UniqueIdentifier | undefined): string => (isLane(id) ? statusFace[id].children : 'no lane');

export const announcements: Announcements = {
  onDragStart: ({ active }) => `${nameOf(active.data)} is lifted.`,
  onDragOver: ({ active, over }) => `${nameOf(active.data)} is over ${laneName(over?.id)}.`,
  onDragEnd: ({ active, over }) => `${nameOf(active.data)} was put down in ${laneName(over?.id)}.`,
  onDragCancel: ({ active }) => `${nameOf(active.data)} stays where it was.`,
};

export const instructions: ScreenReaderInstructions = {
  draggable:
    'Space lifts the card, left and right move it to another status, Space drops it, Escape leaves it where it was.',
};
