import { Anchor, Group, Title } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { dayIn } from '#domain/kernel/time.ts';
import { useMe } from '#web/members/me.ts';
import { paymentList, paymentTotals } from '#web/payments/payment-queries.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { DataTable } from '#web/platform/list/data-table.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { taskList } from '#web/tasks/task-queries.ts';
import { myTaskColumns } from './my-task-columns.tsx';
import { MoneyCard } from './money-card.tsx';
import { NextStepCard } from './next-step-card.tsx';
import { nextStepOf } from './next-step.ts';
import { duePayments } from './pay-queries.ts';
import classes from './portal.module.css';

const shownTasks = 5;

export function PortalPage() {
  const { member, workspace } = useMe();
  const answers = {
    tasks: useInfiniteQuery(taskList()),
    latest: useInfiniteQuery(paymentList()),
    due: useQuery(duePayments),
    totals: useQuery(paymentTotals({})),
  };
  const failed = Object.values(answers).find(({ isError }) => isError);
  if (failed) return <Failed error={failed.error} retry={() => void failed.refetch()} />;
  const [taskPages, latest, due, totals] = [
    answers.tasks.data,
    answers.latest.data,
    answers.due.data,
    answers.totals.data,
  ];
  if (!taskPages || !latest || !due || !totals) return <Loading label="Loading your home" />;

  const tasks = taskPages.pages.flatMap((page) => page.items);
  const today = dayIn(workspace.timeZone, new Date());
  const step = nextStepOf({ tasks, due: due.items, newest: latest.pages[0]?.items[0] });
  return (
    <>
      <PageHeader title={`Hello, ${member.name}`} />
      <div className={classes.home}>
        <NextStepCard step={step} business={workspace.name} today={today} />
        <MoneyCard due={due.items} totals={totals} own={workspace.currency} today={today} />
      </div>
      {tasks.length > 0 && (
        <section>
          <Group justify="space-between" mb="sm">
            <Title order={2}>My tasks</Title>
            <Anchor component={Link} to="/portal/tasks" size="md">
              All my tasks
            </Anchor>
          </Group>
          <DataTable
            label="My tasks"
            columns={myTaskColumns({ today })}
            rows={tasks.slice(0, shownTasks)}
            idOf={idOf}
            linkOf={linkOf}
          />
        </section>
      )}
    </>
  );
}

const idOf = ({ id }: { id: string }) => id;
const linkOf = ({ id }: { id: string }) => `/tasks/${id}`;
