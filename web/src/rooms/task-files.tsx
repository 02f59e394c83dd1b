import type { Task } from '#domain/tasks/task.ts';
import { FileList } from '#web/files/file-list.tsx';
import { useIsInside } from './onlooker.ts';

/** The files of a task are those of its room. */
export const TaskFiles = ({ task }: { task: Task }) => (
  <FileList place={{ kind: 'room', id: task.id }} title="Files" isShut={!useIsInside(task)} />
);
