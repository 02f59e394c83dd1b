import { Link } from '@tanstack/react-router';
import { formatMoney } from '#domain/kernel/money.ts';
import { PaymentStatus } from '#domain/payments/payment.ts';
import type { PaymentReport } from '#domain/reports/payment-report.ts';
import { reportWord } from '#domain/reports/report-labels.ts';
import { paymentFace } from '#web/payments/payment-words.ts';
import type { Column } from '#web/platform/list/column.ts';
import { Status } from '#web/platform/status.tsx';
import type { ReportLine } from './report-lines.ts';
import classes from './reports.module.css';

/** What the files hold, in their order. */
export function reportColumns({ by, currency }: PaymentReport): Column<ReportLine>[] {
  const amount = (id: 'amount' | 'refunded' | 'unpaid', header: string): Column<ReportLine> => ({
    id,
    header,
    width: '132px',
    numeric: true,
    cell: ({ money }) => money && <Figure amount={money[id]} currency={money.currency} />,
  });
  return [
    {
      id: 'label',
      header: reportWord[by],
      card: 'title',
      cell: (line) => <Label line={line} by={by} />,
    },
    {
      id: 'currency',
      header: 'Currency',
      width: '88px',
      card: 'line',
      cell: ({ money, count }) => <span className="muted">{money?.currency ?? (count > 0 && 'All')}</span>,
    },
    {
      id: 'count',
      header: 'Payments',
      width: '96px',
      numeric: true,
      card: 'line',
      cell: ({ count }) => <span className={count === 0 ? 'muted' : undefined}>{count.toLocaleString('en')}</span>,
      cardCell: ({ count }) => (count === 1 ? '1 payment' : `${count.toLocaleString('en')} payments`),
    },
    { ...amount('amount', 'Received'), card: 'line', cardCell: received },
    amount('refunded', 'Refunded'),
    amount('unpaid', 'Not received'),
    {
      id: 'counted',
      header: `Counts in ${currency}`,
      width: '148px',
      numeric: true,
      card: 'end',
      cell: ({ counted, isTotal }) => (
        <span className={isTotal ? classes.total : undefined}>
          <Figure amount={counted} currency={currency} />
        </span>
      ),
    },
  ];
}

const received = ({ money }: ReportLine) => money && `${formatMoney({ ...money })} received`;

const Figure = (money: { amount: number; currency: string }) => (
  <span className={money.amount === 0 ? 'muted' : undefined}>{formatMoney(money)}</span>
);

function Label({
  line: { key, label, name, search, isPart, isTotal },
  by,
}: {
  line: ReportLine;
  by: PaymentReport['by'];
}) {
  const status = by === 'status' && !isTotal ? PaymentStatus.safeParse(key).data : undefined;
  const words = status ? <Status {...paymentFace[status]} /> : label;
  const face = isPart ? classes.part : isTotal ? classes.total : undefined;
  if (!search) return <span className={face}>{words}</span>;
  return (
    <Link to="/payments" search={search} className={face} aria-label={name} title={label}>
      {words}
    </Link>
  );
}
