import { ActionIcon, Button, Menu } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCopy, IconDots, IconMail, IconReceipt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { may } from '#domain/kernel/rights.ts';
import type { PaymentDetail } from '#domain/payments/detail.ts';
import { isDue, isReceived } from '#domain/payments/payment.ts';
import { useMe } from '#web/members/me.ts';
import { toast, toastProblem } from '#web/platform/toast.tsx';
import { receiptLinks } from '#web/receipts/receipt-links.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { useSendReceipt } from './payment-queries.ts';
import { RefundDialog } from './refund-dialog.tsx';
import classes from './payment-drawer.module.css';

/** What its reader may do with a payment as it stands. The server asks again. */
export function PaymentFoot({ payment }: { payment: PaymentDetail }) {
  const { member } = useMe();
  const [asking, ask] = useState<'refund' | 'cancel' | null>(null);
  const isStaff = may(member, 'payments.request');
  const stop = () => ask(null);
  return (
    <>
      {payment.receiptNumber !== null && (
        <Button
          component={Link}
          to={receiptLinks(payment.id).page}
          variant="filled"
          leftSection={<IconReceipt size={16} stroke={1.5} aria-hidden />}
        >
          Receipt
        </Button>
      )}
      {may(member, 'payments.refund') && isReceived(payment) && <Button onClick={() => ask('refund')}>Refund</Button>}
      {isStaff && isDue(payment) && <Button onClick={() => ask('cancel')}>Cancel request</Button>}
      <span className={classes.more}>
        <More payment={payment} maySend={isStaff && payment.receiptNumber !== null} />
      </span>
      {asking === 'refund' && <RefundDialog payment={payment} onClose={stop} />}
      {asking === 'cancel' && <CancelDialog payment={payment} onClose={stop} />}
    </>
  );
}

function More({ payment: { id, customer }, maySend }: { payment: PaymentDetail; maySend: boolean }) {
  const { copy } = useClipboard();
  const { mutateAsync: send } = useSendReceipt();
  return (
    <Menu position="top-end">
      <Menu.Target>
        <ActionIcon aria-label="More about this payment">
          <IconDots size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {maySend && customer.email !== '' && (
          <Menu.Item
            leftSection={<IconMail size={16} stroke={1.5} aria-hidden />}
            onClick={() => void send(id).then(() => toast(`Receipt sent to ${customer.email}`), toastProblem)}
          >
            Send receipt again
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconCopy size={16} stroke={1.5} aria-hidden />}
          onClick={() => {
            copy(id);
            toast('Reference copied');
          }}
        >
          Copy reference
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
