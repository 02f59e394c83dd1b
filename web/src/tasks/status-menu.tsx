import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { StatusChange, type Task } from '#domain/tasks/task.ts';
import { problemIn } from '#web/platform/problem-of.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { Status } from '#web/platform/status.tsx';
import { toast } from '#web/platform/toast.tsx';
import { changedMeanwhile } from './changed-meanwhile.ts';
import { useChangeStatus } from './task-queries.ts';
import { statusFace } from './task-words.ts';
import classes from './tasks.module.css';

/** What the staff may set; `requested` is a customer's alone. */
const settable = StatusChange.shape.status.options;

type Props = {
  task: Task;
  /** Left out, the menu opens and closes by itself. */
  isOpened?: boolean;
  onOpened?: (isOpened: boolean) => void;
};

export function StatusMenu({ task, isOpened, onOpened }: Props) {
  const change = useChangeStatus();
  return (
    <>
      <Menu
        position="bottom-start"
        {...(isOpened !== undefined && { opened: isOpened })}
        {...(onOpened && { onChange: onOpened })}
      >
        <Menu.Target>
          <Button
            size="xs"
            className={classes.status ?? ''}
            aria-label={`Status: ${statusFace[task.status].children}`}
            rightSection={<IconChevronDown size={14} stroke={1.5} aria-hidden />}
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
