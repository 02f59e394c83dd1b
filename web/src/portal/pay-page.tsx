import { Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { formatMoney } from '#domain/kernel/money.ts';
import { dayIn } from '#domain/kernel/time.ts';
import type { Payment } from '#domain/payments/payment.ts';
import { useMe } from '#web/members/me.ts';
import { paymentCount, paymentPages } from '#web/payments/payment-queries.ts';
import { paymentFace } from '#web/payments/payment-words.ts';
import { Empty } from '#web/platform/faces.tsx';
import { formatMoment } from '#web/platform/format-moment.ts';
import { List, type Picked } from '#web/platform/list/list.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { myPaymentColumns } from './my-payment-columns.tsx';
import { OwnPaymentPeek } from './own-payment-peek.tsx';
import { PayForm } from './pay-form.tsx';
import type { PaySearch } from './portal.routes.tsx';
import { ReceiptsAction } from './receipts-action.tsx';
import classes from './pay.module.css';

export function PayPage() {
  const { workspace } = useMe();
  const { task }: PaySearch = useSearch({ strict: false });
  return (
    <>
      <PageHeader title={`Pay ${workspace.name}`} />
      <div className={classes.pay}>
        <PayForm own={workspace.currency} taskId={task ?? null} today={dayIn(workspace.timeZone, new Date())} />
        <section className={classes.history}>
          <Title order={2} mb="sm">
            Your payments
          </Title>
          <List
            noun="payment"
            label="Your payments"
            pages={paymentPages()}
            count={paymentCount()}
            columns={myPaymentColumns}
            idOf={idOf}
            peekWord="payment"
            renderPeek={(id, walk) => <OwnPaymentPeek paymentId={id} walk={walk} />}
            picking={picking}
            empty={<Empty title="No payments yet">Every payment you make stands here, finished or not.</Empty>}
          />
        </section>
      </div>
    </>
  );
}

const idOf = ({ id }: Payment) => id;
const nameOf = (payment: Payment) =>
  `${formatMoney(payment)}, ${paymentFace[payment.status].children}, ${formatMoment(payment.createdAt, 'day')}`;

const picking = { nameOf, actions: (picked: Picked<Payment>) => <ReceiptsAction picked={picked} /> };
