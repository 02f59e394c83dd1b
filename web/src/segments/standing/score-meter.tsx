import { VisuallyHidden } from '@mantine/core';
import type { ToldScore } from '#domain/segments/explain.ts';
import type { ScoreName } from '#domain/segments/scores.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { useMe } from '#web/members/me.ts';
import { EditFacts } from '#web/places/edit-facts.tsx';
import { markAt } from './mark-at.ts';
import { stepWords, valueWords } from './score-values.ts';
import classes from './score-meter.module.css';

const names: Record<ScoreName, string> = {
  recency: 'Recency',
  frequency: 'Frequency',
  monetary: 'Monetary',
  population: 'Population',
};

type Props = { told: ToldScore; customer: ScoredCustomer };

/** One score: its value on the bar of five, with the steps at which the scores begin, and what it says among the others. */
export function ScoreMeter({ told, customer }: Props) {
  const { currency } = useMe().workspace;
  const { measure, score, value, steps, words } = told;
  const labels = steps?.map((step) => stepWords(measure, step, currency));
  return (
    <li className={classes.meter}>
      <div>
        <div className={classes.name}>{names[measure]}</div>
        <div className={classes.value}>{valueWords(told, customer, currency)}</div>
      </div>
      {score !== null && value !== null && steps && labels ? (
        <div>
          <div className={classes.bar} aria-hidden>
            {[1, 2, 3, 4, 5].map((step) => (
              <i key={step} data-full={step <= score || undefined} />
            ))}
            <b style={{ left: `${markAt(value, score, steps)}%` }} />
            {labels.map((label, at) => (
              // oxlint-disable-next-line react/no-array-index-key -- equal steps have equal labels
              <em key={at} style={{ left: `${(at + 1) * 20}%` }}>
                {label}
              </em>
            ))}
          </div>
          <VisuallyHidden>Scores of 2, 3, 4 and 5 begin at {labels.join(', ')}.</VisuallyHidden>
        </div>
      ) : (
        <div className={classes.left}>
          <span>{words}</span>
          {measure === 'population' && customer.place === null && (
            <EditFacts customer={customer}>Add a place</EditFacts>
          )}
        </div>
      )}
      <div className={classes.score}>
        {score === null ? (
          <span className="muted">
            <span aria-hidden>–</span>
            <VisuallyHidden>no score</VisuallyHidden>
          </span>
        ) : (
          <>
            <b>{score}</b> of 5
          </>
        )}
      </div>
      {score !== null && <div className={classes.words}>{words}</div>}
    </li>
  );
}
