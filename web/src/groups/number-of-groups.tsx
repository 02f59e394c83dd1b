import { Card, Title } from '@mantine/core';
import type { Grouping } from '#domain/groups/group.ts';
import { silhouetteWords } from './group-words.ts';
import classes from './groups.module.css';

/** What was tried and why this many groups were kept: a table whose bars are the picture. */
export function NumberOfGroups({ grouping }: { grouping: Grouping }) {
  const face = grouping.method === 'k-means' ? bySilhouette(grouping) : byCriterion(grouping);
  return (
    <Card component="section" aria-label="How many groups" className={classes.card}>
      <Title order={2}>How many groups</Title>
      <table className={classes.tried} aria-label="How many groups">
        <thead>
          <tr>
            <th scope="col">Groups</th>
            <th scope="col">{face.header}</th>
          </tr>
        </thead>
        <tbody>
          {face.rows.map(({ k, length, figure, isBest }) => (
            <tr key={k} data-best={isBest || undefined}>
              <th scope="row">{k}</th>
              <td>
                <span className={classes.figure}>
                  <i style={{ width: `${length * 100}%` }} />
                  {isBest ? `${figure} (best)` : figure}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.note}>
        {face.note} The same start (seed {grouping.seed}) finds the same groups again.
      </p>
    </Card>
  );
}

type Face = {
  header: string;
  note: string;
  /** `length` of the bar, 0 to 1. */
  rows: { k: number; length: number; figure: string; isBest: boolean }[];
};

function bySilhouette({ tried }: Grouping): Face {
  const best = Math.max(...tried.map(({ figure }) => figure));
  return {
    header: 'Mean silhouette',
    note: 'How much nearer customers are to their own group than to the next one: 1 is far apart, under 0.25 is weak.',
    rows: tried.map(({ k, figure }) => ({
      k,
      length: Math.max(figure, 0),
      figure: silhouetteWords(figure),
      isBest: figure === best,
    })),
  };
}

/** The criterion by itself says nothing; what it is above the lowest does. */
function byCriterion({ tried }: Grouping): Face {
  const figures = tried.map(({ figure }) => figure);
  const [best, worst] = [Math.min(...figures), Math.max(...figures)];
  return {
    header: 'BIC above the best',
    note: 'The Bayesian information criterion weighs how well the groups fit against how many there are: lower is better.',
    rows: tried.map(({ k, figure }) => ({
      k,
      length: worst > best ? (figure - best) / (worst - best) : 0,
      figure: Math.round(figure - best).toLocaleString('en'),
      isBest: figure === best,
    })),
  };
}
