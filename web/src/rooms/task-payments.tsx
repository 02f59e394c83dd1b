import { may } from '#domain/kernel/rights.ts';
import type { Task } from '#domain/tasks/task.ts';
import { useMe } from '#web/members/me.ts';
import { AddressedPayment } from '#web/payments/payment-drawer.tsx';
import { TaskMoney } from '#web/payments/task-money.tsx';
import { PayForTask } from '#web/portal/pay-for-task.tsx';
import classes from './room.module.css';

export const TaskPayments = ({ task }: { task: Task }) => (
  <section className={classes.section}>
    <TaskMoney task={task} place="." act={<PayForTask taskId={task.id} />} />
    {may(useMe().member, 'payments.request') && <AddressedPayment />}
  </section>
);
