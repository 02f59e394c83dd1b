import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { StatusChange, type Task } from '#domain/tasks/task.ts';
import { problemIn } from '#web/platform/form.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { Status } from '#web/platform/status.tsx';
import { changedMeanwhile } from '#web/tasks/changed-meanwhile.ts';
import { useChangeStatus } from '#web/tasks/task-queries.ts';
import { statusFace } from '#web/tasks/task-words.ts';
import { toast } from '#web/platform/toast.tsx';

/** What the staff may set; `requested` is a customer's alone. */
const settable = StatusChange.shape.status.options;

export function StatusMenu({ task }: { task: Task }) {
  const change = useChangeStatus();
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            aria-label={`Status: ${statusFace[task.status].children}`}
            rightSection={<IconChevronDown size={14} stroke={1.5} />}
            loading={change.isPending}
          >
            <Status {...statusFace[task.status]} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {settable
            .filter((status) => status !== task.status)
            .map((status) => (
              <Menu.Item
                key={status}
                onClick={() =>
                  change.mutate(
                    { taskId: task.id, status, version: task.version },
                    { onSuccess: () => toast('Task updated successfully') },
                  )
                }
              >
                <Status {...statusFace[status]} />
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      {change.isError && <ProblemAlert problem={changedMeanwhile(problemIn(change.error))} />}
    </>
  );
}
