import { Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { CustomerStanding as Standing } from '#domain/segments/explain.ts';
import { Empty, Failed, Loading } from '#web/platform/faces.tsx';
import { statusOf } from '#web/platform/queries.ts';
import { CustomerOutlook } from './customer-outlook.tsx';
import { CustomerPath } from './customer-path.tsx';
import { ScoreMeter } from './score-meter.tsx';
import { customerStanding } from './standing-queries.ts';
import classes from './customer-standing.module.css';

/** Why a customer is in their segment, how they came there, and what comes next. */
export function CustomerStanding({ customerId }: { customerId: string }) {
  const { data, error, refetch } = useQuery(customerStanding(customerId));
  if (statusOf(error) === 404) {
    return <Empty title="This customer is not here">Their import was undone, or they were never here.</Empty>;
  }
  if (data) return <Explained standing={data} />;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  return <Loading label="Loading the scores" />;
}

function Explained({ standing }: { standing: Standing }) {
  const { customer, scores, words, next } = standing;
  return (
    <div className={classes.standing}>
      <div>
        <div className={classes.head}>
          <Title order={2} size="h1">
            {customer.segment}
          </Title>
          {customer.composite !== null && (
            <span className="muted">
              Composite <b className={classes.figure}>{customer.composite}</b> of 100
            </span>
          )}
        </div>
        <p className="muted">{words}</p>
      </div>
      <ul className={classes.scores} aria-label="Scores">
        {scores.map((told) => (
          <ScoreMeter key={told.measure} told={told} customer={customer} />
        ))}
      </ul>
      {next && <Next {...next} />}
      <CustomerPath standing={standing} />
      <CustomerOutlook standing={standing} />
    </div>
  );
}

function Next({ segment, words }: NonNullable<Standing['next']>) {
  const at = words.indexOf(segment);
  return (
    <p role="note" className={classes.next}>
      <IconInfoCircle size={16} stroke={1.5} aria-hidden />
      <span>
        {words.slice(0, at)}
        <b>{segment}</b>
        {words.slice(at + segment.length)}
      </span>
    </p>
  );
}
