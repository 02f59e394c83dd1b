import { useState } from 'react';
import type { Task } from '#domain/tasks/task.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { toast } from '#web/platform/toast.tsx';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { useAssignTask } from './task-queries.ts';

/** Who is chosen for a task, and the call that gives it to them; a refused one keeps the choice. */
export function useAssign(task: Task | undefined, onDone: (task: Task) => void) {
  const assign = useAssignTask();
  const [employeeId, choose] = useState<string | null>(null);
  const submit = () => {
    if (!task || !employeeId) return;
    assign.mutate(
      { taskId: task.id, employeeId, version: task.version },
      {
        onSuccess: (assigned) => {
          toast('Task updated successfully');
          choose(null);
          onDone(assigned);
        },
      },
    );
  };
  return {
    employeeId,
    choose,
    submit,
    isReady: task !== undefined && employeeId !== null,
    isPending: assign.isPending,
    problem: assign.error && changedMeanwhile(problemIn(assign.error)),
  };
}
