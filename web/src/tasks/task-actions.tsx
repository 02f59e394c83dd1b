import { ActionIcon, Menu } from '@mantine/core';
import {
  type Icon,
  IconCheck,
  IconDots,
  IconPencil,
  IconTrash,
  IconUserMinus,
  IconUserPlus,
} from '@tabler/icons-react';
import type { Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { actsOn, type TaskAct } from './task-acts.ts';
import { useTaskActs } from './use-task-acts.tsx';

const faces: Record<TaskAct, { icon: Icon; label: string }> = {
  edit: { icon: IconPencil, label: 'Edit' },
  verify: { icon: IconCheck, label: 'Verify' },
  assign: { icon: IconUserPlus, label: 'Assign' },
  unassign: { icon: IconUserMinus, label: 'Unassign' },
  delete: { icon: IconTrash, label: 'Delete' },
};

type Props = {
  task: Task;
  /** Where the page has its own way to edit. */
  onEdit?: () => void;
  /** The task is about to go: whoever shows it goes first. */
  onDeleted?: () => void;
  onAssigned?: (task: Task) => void;
};

/** The menu of a task: what its reader may do with it, and nothing at all for those who may only read. */
export function TaskActions({ task, onEdit, onDeleted, onAssigned }: Props) {
  const { member } = useMe();
  const { run, dialog } = useTaskActs({ onDeleted, onAssigned });
  const acts = actsOn(task, member);
  if (acts.length === 0) return null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`Actions for ${task.title}`}>
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {acts.map((act) => {
            const { icon: Sign, label } = faces[act];
            return (
              <Menu.Item
                key={act}
                leftSection={<Sign size={16} stroke={1.5} aria-hidden />}
                {...(act === 'delete' && { c: 'var(--danger)' })}
                onClick={() => (act === 'edit' && onEdit ? onEdit() : run(act, task))}
              >
                {label}
              </Menu.Item>
            );
          })}
        </Menu.Dropdown>
      </Menu>
      {dialog}
    </>
  );
}
