import { Anchor, Card, Group, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatMoney } from '#domain/kernel/money.ts';
import { dayIn } from '#domain/kernel/time.ts';
import { counts } from '#domain/payments/payment.ts';
import { useMe } from '#web/members/me.ts';
import { paymentList } from '#web/payments/payment-queries.ts';
import { Failed, Loading } from '#web/platform/faces.tsx';
import { DataTable } from '#web/platform/list/data-table.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { taskList } from '#web/tasks/task-queries.ts';
import { myTaskColumns } from './my-task-columns.tsx';
import { NextStepCard } from './next-step-card.tsx';
import { nextStepOf } from './next-step.ts';
import classes from './portal.module.css';

const shownTasks = 5;

export function PortalPage() {
  const { member, workspace } = useMe();
  const taskPages = useInfiniteQuery(taskList());
  const paymentPages = useInfiniteQuery(paymentList());
  const failed = [taskPages, paymentPages].find(({ isError }) => isError);
  if (failed) return <Failed error={failed.error} retry={() => void failed.refetch()} />;
  if (!taskPages.data || !paymentPages.data) return <Loading label="Loading your home" />;

  const tasks = taskPages.data.pages.flatMap((page) => page.items);
  const payments = paymentPages.data.pages.flatMap((page) => page.items);
  const paid = payments.filter(counts).filter(({ currency }) => currency === workspace.currency);
  const amount = paid.reduce((sum, payment) => sum + payment.amount, 0);

  return (
    <>
      <PageHeader title={`Hello, ${member.name}`} />
      <div className={classes.home}>
        <NextStepCard step={nextStepOf(tasks, payments)} business={workspace.name} />
        <Card component="section" aria-label="Amount paid" className={classes.paid}>
          {/* Only what is loaded is counted, so the words say how much that is. */}
          <p className="muted">
            {paymentPages.hasNextPage ? `Paid in the last ${payments.length} payments` : 'Paid so far'}
          </p>
          <p className={classes.figure}>{formatMoney({ amount, currency: workspace.currency })}</p>
          <Link to="/portal/pay">Pay or see your payments</Link>
        </Card>
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
            columns={myTaskColumns({ today: dayIn(workspace.timeZone, new Date()) })}
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
