import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { Payment } from '#domain/payments/payment.ts';
import { receiptNumber } from '#domain/receipts/receipt.ts';
import type { Picked } from '#web/platform/list/list.tsx';
import { receiptLinks } from '#web/receipts/receipt-links.ts';
import classes from './pay.module.css';

/** Browsers take no more downloads from one press. */
const most = 10;

/** The receipts of the payments picked, as files. */
export function ReceiptsAction({ picked: { rows } }: { picked: Picked<Payment> }) {
  const receipts = rows?.filter((payment) => payment.receiptNumber !== null);
  if (!receipts || receipts.length > most) return <Note>Up to {most} receipts can be downloaded at once.</Note>;
  if (receipts.length === 0) return <Note>No receipt yet.</Note>;
  return (
    <Button
      className={classes.receipts ?? ''}
      leftSection={<IconDownload size={16} stroke={1.5} />}
      onClick={() => receipts.forEach(download)}
    >
      Receipts
    </Button>
  );
}

const Note = ({ children }: { children: React.ReactNode }) => <span className={classes.note}>{children}</span>;

function download({ id, receiptNumber: number }: Payment): void {
  const link = document.createElement('a');
  link.href = receiptLinks(id).pdf;
  link.download = `${receiptNumber(number ?? 0)}.pdf`;
  link.click();
}
