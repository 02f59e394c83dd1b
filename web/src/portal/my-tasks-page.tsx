import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { dayIn } from '#domain/kernel/time.ts';
import { useMe } from '#web/members/me.ts';
import { Empty } from '#web/platform/faces.tsx';
import { KeysetTable } from '#web/platform/keyset-table.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { taskList } from '#web/tasks/task-queries.ts';
import { myTaskColumns } from './my-task-columns.tsx';
import { RequestDialog } from './request-form.tsx';

export function MyTasksPage() {
  const { workspace } = useMe();
  const list = useInfiniteQuery(taskList());
  const [isAsking, asking] = useDisclosure();
  const ask = (
    <Button variant="filled" leftSection={<IconPlus size={16} stroke={1.5} />} onClick={asking.open}>
      Request a task
    </Button>
  );
  return (
    <>
      <PageHeader title="My tasks" actions={ask} />
      <KeysetTable
        label="My tasks"
        query={list}
        columns={myTaskColumns(dayIn(workspace.timeZone, new Date()))}
        idOf={({ id }) => id}
        linkOf={({ id }) => `/tasks/${id}`}
        empty={
          <Empty title="Your first task goes here" action={ask}>
            Say what you need. {workspace.name} looks at it and finds the right person.
          </Empty>
        }
      />
      <RequestDialog isOpen={isAsking} onClose={asking.close} />
    </>
  );
}
