import { Title } from '@mantine/core';
import { formatMoney } from '#domain/kernel/money.ts';
import type { PaymentDetail, PaymentEntry } from '#domain/payments/detail.ts';
import { DayAndTime } from '#web/platform/day-and-time.tsx';
import { entryFace } from './timeline-words.ts';
import classes from './payment-drawer.module.css';

/** What happened to a payment, from the first word to the last. */
export const PaymentTimeline = ({ payment: { entries, currency } }: { payment: PaymentDetail }) => (
  <section aria-label="Timeline">
    <Title order={2} className={classes.heading ?? ''}>
      Timeline
    </Title>
    <ol className={classes.entries}>
      {entries.map((entry) => (
        <Entry key={`${entry.at} ${entry.what} ${entry.amount}`} entry={entry} currency={currency} />
      ))}
    </ol>
  </section>
);

function Entry({ entry: { at, what, by, amount, detail }, currency }: { entry: PaymentEntry; currency: string }) {
  const { icon: Sign, tone, word } = entryFace[what];
  return (
    <li>
      <span className={classes.sign} data-tone={tone}>
        <Sign size={16} stroke={1.5} aria-hidden />
      </span>
      <div className={classes.words}>
        <div>
          {word}
          {amount !== null && <span className="figures"> {formatMoney({ amount, currency })}</span>}
        </div>
        {detail && <div className="muted">{detail}</div>}
        <div className={`muted ${classes.when}`}>
          <DayAndTime at={at} />
          {by && ` · ${by.name}`}
        </div>
      </div>
    </li>
  );
}
