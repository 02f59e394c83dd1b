import { Link } from '@tanstack/react-router';
import type { Payment } from '#domain/payments/payment.ts';
import { receiptNumber } from '#domain/receipts/receipt.ts';
import { methodWord, paymentFace } from '#web/payments/payment-words.ts';
import { DayAndTime } from '#web/platform/day-and-time.tsx';
import { Fact, Facts } from '#web/platform/facts.tsx';
import { formatDay } from '#web/platform/format-moment.ts';
import { Money } from '#web/platform/money.tsx';
import { Status } from '#web/platform/status.tsx';
import { receiptLinks } from '#web/receipts/receipt-links.ts';

type Props = { payment: Payment; stripeReceipt?: string | null };

export function OwnPaymentFacts({ payment, stripeReceipt = null }: Props) {
  const { task, purpose, request, status, refunded, currency } = payment;
  return (
    <Facts>
      <Fact name="Amount">
        <b>
          <Money value={payment} /> {currency}
        </b>
      </Fact>
      {purpose && <Fact name="For">{purpose}</Fact>}
      {task && (
        <Fact name="Task">
          <Link to={`/tasks/${task.id}`}>{task.title}</Link>
        </Fact>
      )}
      {request?.dueOn && <Fact name="Due">{formatDay(request.dueOn)}</Fact>}
      {payment.method && (
        <Fact name="Method">
          {methodWord(payment)}
          {payment.methodDetail && ` · ${payment.methodDetail}`}
        </Fact>
      )}
      <Fact name="Status">
        <Status {...paymentFace[status]} />
      </Fact>
      {refunded > 0 && (
        <Fact name="Given back">
          <Money value={{ amount: refunded, currency }} />
        </Fact>
      )}
      <Fact name="Time">
        <DayAndTime at={payment.updatedAt} />
      </Fact>
      {payment.receiptNumber !== null && (
        <Fact name="Receipt">
          <Link to={receiptLinks(payment.id).page}>{receiptNumber(payment.receiptNumber)}</Link>
        </Fact>
      )}
      {stripeReceipt && (
        <Fact name="From Stripe">
          <a href={stripeReceipt} target="_blank" rel="noreferrer">
            Stripe’s receipt
          </a>
        </Fact>
      )}
    </Facts>
  );
}
