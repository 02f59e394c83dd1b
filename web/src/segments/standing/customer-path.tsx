import { Button, Title } from '@mantine/core';
import { useState } from 'react';
import { formatMoney } from '#domain/kernel/money.ts';
import type { CustomerStanding, PathStep } from '#domain/segments/explain.ts';
import { useMe } from '#web/members/me.ts';
import { formatDay } from '#web/platform/format-moment.ts';
import { PathChart } from './path-chart.tsx';
import { PathTable } from './path-table.tsx';
import { pathSince } from './path-line.ts';
import classes from './customer-path.module.css';

/** How a customer came to where they are. */
export function CustomerPath({ standing }: { standing: CustomerStanding }) {
  const [isYear, setIsYear] = useState(false);
  const { currency } = useMe().workspace;
  const { path, lastPaid, today } = standing;
  if (path.length === 0 || !lastPaid) return null;

  const isKnown = path[0]!.on < today;
  const canNarrow = path[0]!.on < lastPaid.on && lastPaid.on < today;
  const isNarrow = canNarrow && !isYear;
  const [first, ...later] = isNarrow ? pathSince(path, lastPaid.on) : path;
  const paid = first!.on === lastPaid.on && `, paid ${formatMoney({ amount: lastPaid.amount, currency })}`;
  return (
    <section aria-label="Path">
      <div className={classes.head}>
        <Title order={3} size="h2">
          {isNarrow ? 'Since their last payment' : 'Their path through the segments'}
        </Title>
        {canNarrow && (
          <Button size="xs" onClick={() => setIsYear(!isYear)}>
            {isNarrow ? 'Show the year' : 'Since the last payment'}
          </Button>
        )}
      </div>
      {isKnown ? (
        <Told steps={[first!, ...later]} today={today} from={`${formatDay(first!.on)}${paid || ''}`} />
      ) : (
        <p className="muted">
          {lastPaid.on === today
            ? 'It begins today.'
            : 'The weeks before today are told after the next nightly comparison.'}
        </p>
      )}
    </section>
  );
}

type ToldProps = { steps: readonly [PathStep, ...PathStep[]]; today: string; from: string };

const Told = ({ steps, today, from }: ToldProps) => (
  <>
    <PathChart steps={steps} today={today} from={from} />
    <p className={classes.note}>
      Recency score, at the end of each week and on each day they paid, by the payments as they are known now.
    </p>
    <PathTable steps={steps} />
  </>
);
