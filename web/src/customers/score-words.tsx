import { Card, Title } from '@mantine/core';
import type { Scores } from '#domain/segments/segment.ts';
import { Pips } from '#web/platform/pips.tsx';
import classes from './customers.module.css';

/** From 1 to 5, always compared with the other customers. */
const words: Record<keyof Scores, { name: string; of: readonly string[] }> = {
  recency: {
    name: 'Recency Score',
    of: ['longest ago', 'longer ago than most', 'in the middle', 'more recent than most', 'among the most recent'],
  },
  frequency: {
    name: 'Frequency Score',
    of: [
      'the fewest payments',
      'fewer payments than most',
      'in the middle',
      'more payments than most',
      'among the most payments',
    ],
  },
  monetary: {
    name: 'Monetary Score',
    of: ['the least spent', 'less spent than most', 'in the middle', 'more spent than most', 'among the most spent'],
  },
};

export const ScoreWords = ({ scores }: { scores: Scores }) => (
  <Card component="section" aria-label="Scores">
    <Title order={2} mb="sm">
      Scores
    </Title>
    <dl className={classes.facts}>
      {(['recency', 'frequency', 'monetary'] as const).map((measure) => (
        <div key={measure} className={classes.score}>
          <dt>{words[measure].name}</dt>
          <dd>
            <Pips score={scores[measure]} /> <span className="muted">{words[measure].of[scores[measure] - 1]}</span>
          </dd>
        </div>
      ))}
    </dl>
  </Card>
);
