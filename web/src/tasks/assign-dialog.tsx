import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Task } from '#domain/tasks/task.ts';
import { ProblemAlert } from '#web/platform/problem-alert.tsx';
import { AssigningVerifies } from './assign-panel.tsx';
import { EmployeeSelect } from './employee-select.tsx';
import { useAssign } from './use-assign.ts';

type Props = { task: Task; onClose: () => void; onAssigned?: ((task: Task) => void) | undefined };

/** One task, one employee: from a task's menu, its drawer or its room. */
export function AssignDialog({ task, onClose, onAssigned }: Props) {
  const assign = useAssign(task, (assigned) => {
    onClose();
    onAssigned?.(assigned);
  });
  return (
    <Modal opened onClose={onClose} title="Assign task" closeButtonProps={{ 'aria-label': 'Close' }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          assign.submit();
        }}
      >
        <Stack gap="lg">
          <Text>
            {task.title} · <span className="muted">{task.customer.name}</span>
          </Text>
          <ProblemAlert problem={assign.problem} />
          <EmployeeSelect
            size="md"
            label="Employee"
            task={task}
            value={assign.employeeId}
            onChange={assign.choose}
            data-autofocus
          />
          {task.status === 'requested' && <AssigningVerifies task={task} />}
          <Group justify="flex-end" gap="sm">
            <Button size="md" onClick={onClose}>
              Cancel
            </Button>
            <Button
              size="md"
              type="submit"
              variant="filled"
              className="cap"
              disabled={!assign.isReady}
              loading={assign.isPending}
            >
              ASSIGN TASK
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
