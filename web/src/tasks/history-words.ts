import { type TaskChange, TaskStatus } from '#domain/tasks/task.ts';
import { statusFace } from './task-words.ts';

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;

/** The word that is shown for a stored status. */
const statusWord = (stored: string): string => {
  const status = TaskStatus.safeParse(stored);
  return status.success ? statusFace[status.data].children : stored;
};

/** "Tomas set In progress", "Dipika asked for this task". */
export function sentenceOf({ by, what, detail }: Pick<TaskChange, 'by' | 'what' | 'detail'>): string {
  const who = firstName(by.name);
  switch (what) {
    case 'created':
      return `${who} created this task`;
    case 'requested':
      return `${who} asked for this task`;
    case 'verified':
      return `${who} verified it`;
    case 'edited':
      return `${who} changed the ${detail ?? 'task'}`;
    case 'assigned':
      return detail ? `${who} assigned it to ${detail}` : `${who} assigned it`;
    case 'unassigned':
      return detail ? `${who} took it from ${detail}` : `${who} unassigned it`;
    case 'status':
      return `${who} set ${statusWord(detail ?? '')}`;
    case 'deleted':
      return `${who} deleted it`;
    case 'restored':
      return `${who} restored it`;
  }
}
