import { Button } from '@mantine/core';
import { IconDownload, IconExternalLink, IconMail, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { may } from '#domain/kernel/rights.ts';
import { type Receipt, receiptNumber } from '#domain/receipts/receipt.ts';
import { useMe } from '#web/members/me.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { PageHeader } from '#web/platform/page-header.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { receiptLinks } from './receipt-links.ts';
import { receiptQuery, useSendReceipt } from './receipt-queries.ts';
import { ReceiptSheet } from './receipt-sheet.tsx';
import classes from './receipts.module.css';

const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const;

export function ReceiptPage() {
  const { paymentId }: { paymentId: string } = useParams({ strict: false });
  const { data, error, refetch } = useQuery(receiptQuery(paymentId));
  if (data) return <Shown receipt={data} />;
  return (
    <>
      <PageHeader title="Receipt" />
      {!error && <Loading rows={6} />}
      {error && statusOf(error) === 404 && <NotYet />}
      {error && statusOf(error) !== 404 && <Failed error={error} retry={() => void refetch()} />}
    </>
  );
}

const NotYet = () => (
  <Empty title="There is no receipt here">
    A payment gets its receipt a moment after the money came; this page shows it by itself.
  </Empty>
);

const Shown = ({ receipt }: { receipt: Receipt }) => (
  <>
    <div className={classes.head}>
      <PageHeader title={`Receipt ${receiptNumber(receipt.number)}`} actions={<Actions receipt={receipt} />} />
    </div>
    <ReceiptSheet receipt={receipt} />
  </>
);

function Actions({ receipt: { paymentId, customer, stripeReceipt } }: { receipt: Receipt }) {
  const { member } = useMe();
  const send = useSendReceipt(paymentId);
  return (
    <>
      {stripeReceipt && (
        <Button
          component="a"
          href={stripeReceipt}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconExternalLink {...icon} />}
        >
          Stripe’s receipt
        </Button>
      )}
      {may(member, 'payments.request') && customer.email !== '' && (
        <Button leftSection={<IconMail {...icon} />} loading={send.isPending} onClick={() => send.mutate()}>
          Send again
        </Button>
      )}
      <Button leftSection={<IconPrinter {...icon} />} onClick={() => window.print()}>
        Print
      </Button>
      <Button
        component="a"
        variant="filled"
        href={receiptLinks(paymentId).pdf}
        download
        leftSection={<IconDownload {...icon} />}
      >
        Download PDF
      </Button>
    </>
  );
}
