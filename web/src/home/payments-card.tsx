import { useInfiniteQuery } from '@tanstack/react-query';
import { Moment } from '#web/platform/moment.tsx';
import { Money } from '#web/platform/money.tsx';
import { Status } from '#web/platform/status.tsx';
import { paymentList } from '#web/payments/payment-queries.ts';
import { paymentFace } from '#web/payments/payment-words.ts';
import { AnswerRows } from './answer-rows.tsx';
import { HomeCard } from './home-card.tsx';
import classes from './home.module.css';

const shown = 5;

export function PaymentsCard() {
  const payments = useInfiniteQuery(paymentList());
  return (
    <HomeCard title="Recent payments" to="/payments" toLabel="All payments">
      <AnswerRows
        query={payments}
        usual={shown}
        empty="No payment yet."
        rows={({ pages }) =>
          (pages[0]?.items ?? []).slice(0, shown).map((payment) => (
            <li key={payment.id}>
              <div className={classes.words}>
                <div className={`cut ${classes.strong}`}>{payment.customer.name}</div>
                <div className={classes.sub}>
                  <Moment at={payment.createdAt} style="day-time" />
                </div>
              </div>
              <Status {...paymentFace[payment.status]} />
              <span className={classes.amount}>
                <Money value={payment} />
              </span>
            </li>
          ))
        }
      />
    </HomeCard>
  );
}
