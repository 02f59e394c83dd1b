import { IconBan, IconCircleX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Payment } from '#domain/payments/payment.ts';
import { useMe } from '#web/members/me.ts';
import { BackActions } from './back-actions.tsx';
import { reasonOf } from './own-words.ts';
import { PayButton } from './pay-button.tsx';
import { PayResult } from './pay-result.tsx';
import classes from './pay-result.module.css';

/** Why it was not paid, another try of the same payment, and other ways. */
export function Unpaid({ payment }: { payment: Payment }) {
  const { workspace } = useMe();
  if (payment.status === 'cancelled') return <TakenBack payment={payment} />;
  return (
    <PayResult
      title="The payment did not go through"
      sign={<IconCircleX size={48} stroke={1.25} className={classes.bad} aria-hidden />}
      payment={payment}
      actions={
        <>
          <PayButton variant="filled" paymentId={payment.id}>
            Try again
          </PayButton>
          <BackActions task={payment.task} />
        </>
      }
      foot={
        <>
          Other ways to pay: choose another card or way on Stripe’s page, or{' '}
          <Link to={payment.task ? `/tasks/${payment.task.id}` : '/chat'}>ask {workspace.name}</Link> about cash or a
          transfer.
        </>
      }
    >
      {reasonOf(payment)} No money was taken.
    </PayResult>
  );
}

function TakenBack({ payment }: { payment: Payment }) {
  const { workspace } = useMe();
  return (
    <PayResult
      title="There is nothing to pay here"
      sign={<IconBan size={48} stroke={1.25} className={classes.quiet} aria-hidden />}
      payment={payment}
      actions={<BackActions task={payment.task} />}
    >
      {workspace.name} does not ask for it any more. No money was taken.
    </PayResult>
  );
}
