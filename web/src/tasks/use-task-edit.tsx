import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod';
import { TaskEdit, type Task } from '#domain/tasks/task.ts';
import { ConflictDialog, type ConflictField } from '#web/platform/conflict.tsx';
import { problemIn } from '#web/platform/problem-of.ts';
import { statusOf } from '#web/platform/queries.ts';
import { toast, toastProblem } from '#web/platform/toast.tsx';
import { oneTask, useEditTask } from './task-queries.ts';
import { differencesOf, keepTyped, type TaskValues, valuesOf } from './task-values.ts';

type Typed = 'title' | 'description' | 'dueOn';
type Conflict = { now: Task; typed: TaskValues; fields: readonly ConflictField[] };

/** Saves one field of a task; `onDone` when it no longer needs its field. */
export function useTaskEdit(task: Task, onDone: () => void) {
  const queries = useQueryClient();
  const edit = useEditTask();
  const [conflict, setConflict] = useState<Conflict | null>(null);

  const send = async (base: Task, { customerId, ...words }: TaskValues) => {
    const customer = customerId === base.customer.id ? {} : { customerId };
    await edit.mutateAsync({ taskId: base.id, ...words, ...customer, version: base.version });
    toast('Task updated successfully');
  };
  /** Another field that somebody changed meanwhile is no conflict: both changes stand. False when somebody must decide. */
  const sendOver = async (base: Task, typed: TaskValues, now: Task): Promise<boolean> => {
    const fields = differencesOf(base, typed, now);
    const kept = keepTyped(base, typed, now);
    if (fields.length > 0) setConflict({ now, typed: kept, fields });
    else await send(now, kept);
    return fields.length === 0;
  };
  const sendOrAsk = async (base: Task, typed: TaskValues): Promise<boolean> => {
    try {
      return await sendOver(base, typed, task);
    } catch (error) {
      if (statusOf(error) !== 412) throw error;
      return sendOver(base, typed, await queries.fetchQuery({ ...oneTask(task.id), staleTime: 0 }));
    }
  };
  /** `from` is what stood there when the typing began. Answers what is wrong, in words for below the field, or null. */
  const save = async (field: Typed, typed: string, from: string): Promise<string | null> => {
    const parsed = TaskEdit.shape[field].safeParse(asStored(field, typed));
    if (!parsed.success) return firstOf(parsed.error);
    const base = { ...task, [field]: asStored(field, from) };
    return failureOf(field, () => sendOrAsk(base, { ...valuesOf(base), [field]: parsed.data }));
  };
  const saveCustomer = (customerId: string): Promise<string | null> =>
    failureOf('customerId', () => sendOrAsk(task, { ...valuesOf(task), customerId }));

  const settle = () => {
    setConflict(null);
    onDone();
  };
  const dialog = conflict && (
    <ConflictDialog
      name={task.title}
      fields={conflict.fields}
      onClose={() => setConflict(null)}
      onTake={settle}
      onKeep={() => void send(conflict.now, conflict.typed).then(settle, toastProblem)}
    />
  );
  return { save, saveCustomer, dialog };
}

const asStored = (field: Typed, text: string): string | null => (field === 'dueOn' ? text || null : text);

async function failureOf(field: keyof TaskValues, save: () => Promise<boolean>): Promise<string | null> {
  try {
    return (await save()) ? null : 'Somebody else changed it';
  } catch (error) {
    const { errors, title } = problemIn(error);
    return errors?.find(({ pointer }) => pointer === `/body/${field}`)?.detail ?? title;
  }
}

const firstOf = ({ issues }: z.ZodError): string => issues[0]?.message ?? 'This is not valid';
