import { ActionIcon, Tabs, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Task } from '#domain/tasks/task.ts';
import { filesOf } from '#web/files/file-queries.ts';
import { useMe } from '#web/members/me.ts';
import { paymentsOfTask } from '#web/payments/payment-queries.ts';
import { Status } from '#web/platform/status.tsx';
import { TaskActions } from '#web/tasks/task-actions.tsx';
import { TaskHistory } from '#web/tasks/task-history.tsx';
import { statusFace } from '#web/tasks/task-words.ts';
import { isOnlooker, useIsInside } from './onlooker.ts';
import { TaskChat } from './task-chat.tsx';
import { TaskFiles } from './task-files.tsx';
import { TaskPayments } from './task-payments.tsx';
import { RoomFacts } from './room-facts.tsx';
import classes from './room.module.css';

type Part = 'chat' | 'facts' | 'files' | 'payments';

/** The room on a phone: one part at a time. */
export function PhoneRoom({ task, home }: { task: Task; home: string }) {
  const { member } = useMe();
  const navigate = useNavigate();
  const place = { kind: 'room', id: task.id } as const;
  const payments = useQuery(paymentsOfTask(task.id)).data?.items.length ?? 0;
  const files = useQuery({ ...filesOf(place), enabled: useIsInside(task) }).data?.items.length ?? 0;
  // To show a leader the chat of others is to announce them in it: they see the facts first.
  const isLookingOn = isOnlooker(task, member);
  const [part, setPart] = useState<Part>(isLookingOn ? 'facts' : 'chat');
  const [isChatShown, setIsChatShown] = useState(!isLookingOn);
  const show = (next: Part) => {
    setPart(next);
    if (next === 'chat') setIsChatShown(true);
  };

  return (
    <div data-flush data-own-head="beside-bell" className={classes.phone}>
      <title>{`${task.title} · StarOne CRM`}</title>
      <header className={classes.phoneHead}>
        <ActionIcon component={Link} to={home} size={44} aria-label="Back">
          <IconChevronLeft size={20} stroke={1.5} />
        </ActionIcon>
        <div className={classes.phoneTitle}>
          <Title order={1} size="h2" className="cut">
            {task.title}
          </Title>
          <Status {...statusFace[task.status]} />
        </div>
        <TaskActions task={task} onDeleted={() => void navigate({ to: home })} />
      </header>
      <Tabs value={part} onChange={(next) => show(next as Part)} className={classes.phoneTabs} keepMounted>
        <Tabs.List>
          <Tabs.Tab value="chat">Chat</Tabs.Tab>
          <Tabs.Tab value="facts">Facts</Tabs.Tab>
          <Tabs.Tab value="files" rightSection={countOf(files)}>
            Files
          </Tabs.Tab>
          <Tabs.Tab value="payments" rightSection={countOf(payments)}>
            Payments
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="chat" className={classes.phonePanel}>
          {isChatShown && <TaskChat task={task} home={home} />}
        </Tabs.Panel>
        <Tabs.Panel value="facts" className={classes.phoneScroll}>
          <RoomFacts task={task} isTitled />
          <TaskHistory taskId={task.id} />
        </Tabs.Panel>
        <Tabs.Panel value="files" className={classes.phoneScroll}>
          <TaskFiles task={task} />
        </Tabs.Panel>
        <Tabs.Panel value="payments" className={classes.phoneScroll}>
          <TaskPayments task={task} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

const countOf = (count: number): ReactNode => count > 0 && <span className="muted">{count}</span>;
