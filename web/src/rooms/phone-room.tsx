import { ActionIcon, Tabs, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Task } from '#domain/tasks/task.ts';
import { paymentsOfTask } from '#web/payments/payment-queries.ts';
import { Status } from '#web/platform/status.tsx';
import { statusFace } from '#web/tasks/task-words.ts';
import { Chat } from './chat.tsx';
import { Facts } from './facts.tsx';
import { TaskPayments } from './task-payments.tsx';
import classes from './room.module.css';

/** The room on a phone: one part at a time. */
export function PhoneRoom({ task, home }: { task: Task; home: string }) {
  const payments = useQuery(paymentsOfTask(task.id)).data?.items.length ?? 0;
  return (
    <div data-flush className={classes.phone}>
      <title>{`${task.title} · StarOne CRM`}</title>
      <header className={classes.phoneHead}>
        <ActionIcon component={Link} to={home} size={44} aria-label="Back">
          <IconChevronLeft size={20} stroke={1.5} />
        </ActionIcon>
        <Title order={1} size="h2" className="cut">
          {task.title}
        </Title>
        <span className={classes.phoneStatus}>
          <Status {...statusFace[task.status]} />
        </span>
      </header>
      <Tabs defaultValue="chat" className={classes.phoneTabs} keepMounted>
        <Tabs.List>
          <Tabs.Tab value="chat">Chat</Tabs.Tab>
          <Tabs.Tab value="facts">Facts</Tabs.Tab>
          <Tabs.Tab value="payments" rightSection={payments > 0 ? <span className="muted">{payments}</span> : null}>
            Payments
          </Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="chat" className={classes.phonePanel}>
          <Chat task={task} />
        </Tabs.Panel>
        <Tabs.Panel value="facts" className={classes.phoneScroll}>
          <Facts task={task} isTitled />
        </Tabs.Panel>
        <Tabs.Panel value="payments" className={classes.phoneScroll}>
          <TaskPayments task={task} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
