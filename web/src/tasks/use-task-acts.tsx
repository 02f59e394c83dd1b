import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Task } from '#domain/tasks/task.ts';
import { toast, toastProblem, toastUndo } from '#web/platform/toast.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { EditTaskDialog } from './edit-task-dialog.tsx';
import type { TaskAct } from './task-acts.ts';
import { oneTask, useDeleteTask, useRestoreTask, useUnassignTask, useVerifyTask } from './task-queries.ts';

export type RunTaskAct = (act: TaskAct, task: Task) => void;

type Asking = { act: 'edit' | 'assign'; task: Task };
type Told = { onDeleted?: (() => void) | undefined; onAssigned?: ((task: Task) => void) | undefined };

/** What one can do with a task, from a drawer, a room or a list; some acts ask before. */
export function useTaskActs({ onDeleted, onAssigned }: Told = {}) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const { mutateAsync: verify } = useVerifyTask();
  const { mutateAsync: unassign } = useUnassignTask();
  const { mutateAsync: remove } = useDeleteTask();
  const { mutateAsync: restore } = useRestoreTask();

  // The promise and not the mutation's own callbacks: what was open when it was sent may be closed by now.
  const run: RunTaskAct = useCallback(
    (act, task) => {
      const wish = { taskId: task.id, version: task.version };
      const updated = () => toast('Task updated successfully');
      const takeBack = () => restore(wish).then(() => toast('Task restored'), toastProblem);
      if (act === 'edit' || act === 'assign') return setAsking({ act, task });
      if (act === 'verify') return void verify(wish).then(updated, toastProblem);
      if (act === 'unassign') return void unassign(wish).then(updated, toastProblem);
      onDeleted?.();
      void remove(wish).then(
        () => toastUndo('Task and associated messages deleted', () => void takeBack()),
        toastProblem,
      );
    },
    [verify, unassign, remove, restore, onDeleted],
  );
  const dialog = asking && <Dialog {...asking} onClose={() => setAsking(null)} onAssigned={onAssigned} />;
  return { run, dialog };
}

type DialogProps = Asking & { onClose: () => void; onAssigned: Told['onAssigned'] };

/** With the version that stands now: after a refused change the next try goes through. */
function Dialog({ act, task, onClose, onAssigned }: DialogProps) {
  const now = useQuery(oneTask(task.id)).data ?? task;
  if (act === 'edit') return <EditTaskDialog task={now} onClose={onClose} />;
  return <AssignDialog task={now} onClose={onClose} onAssigned={onAssigned} />;
}
