import { Button, Title } from '@mantine/core';
import { IconDownload, IconReceipt } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { formatMoney } from '#domain/kernel/money.ts';
import type { PaymentDetail } from '#domain/payments/detail.ts';
import { isPayable, type Payment } from '#domain/payments/payment.ts';
import { useMe } from '#web/members/me.ts';
import { formatMoment } from '#web/platform/format-moment.ts';
import { receiptLinks } from '#web/receipts/receipt-links.ts';
import { entryWords } from './own-words.ts';
import { PayButton } from './pay-button.tsx';
import { OwnPaymentFacts } from './own-payment-facts.tsx';
import classes from './own-payment.module.css';

/** A payment as its customer sees it: what it is, and what happened to it from the first day on. */
export function OwnPayment({ payment }: { payment: PaymentDetail }) {
  const { workspace } = useMe();
  return (
    <>
      <OwnPaymentFacts payment={payment} stripeReceipt={payment.stripeReceipt} />
      <section aria-label="What happened" className={classes.story}>
        <Title order={2} mb="sm">
          What happened
        </Title>
        <ol className={classes.entries}>
          {payment.entries.map((entry, place) => (
            // Entries have no ids; none is ever taken out of the middle.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={place}>
              <time dateTime={entry.at} title={formatMoment(entry.at, 'exact')} className="figures muted">
                {formatMoment(entry.at, 'day-time')}
              </time>
              <span>{entryWords(entry, { payment, business: workspace.name })}</span>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** What can be done with it now. */
export function OwnPaymentActs({ payment }: { payment: Payment }) {
  const links = receiptLinks(payment.id);
  if (isPayable(payment)) {
    return (
      <PayButton variant="filled" paymentId={payment.id}>
        {payment.status === 'requested' ? `Pay ${formatMoney(payment)}` : 'Try again'}
      </PayButton>
    );
  }
  if (payment.receiptNumber === null) return null;
  return (
    <>
      <Button
        variant="filled"
        leftSection={<IconReceipt size={16} stroke={1.5} aria-hidden />}
        component={Link}
        to={links.page}
      >
        Receipt
      </Button>
      <Button leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />} component="a" href={links.pdf} download>
        Receipt as PDF
      </Button>
    </>
  );
}
