import { Card, Title } from '@mantine/core';
import { useMemo } from 'react';
import type { GroupFeature, Grouping, Groups } from '#domain/groups/group.ts';
import { useMe } from '#web/members/me.ts';
import { DataTable } from '#web/platform/list/data-table.tsx';
import { Note } from '#web/platform/note.tsx';
import { groupColumns } from './group-columns.tsx';
import { GroupPlot } from './group-plot.tsx';
import { NumberOfGroups } from './number-of-groups.tsx';
import { plotOf } from './plot.ts';
import { silhouetteWords } from './group-words.ts';
import classes from './groups.module.css';

type Props = { found: Groups; grouping: Grouping };

/** A picture of each group among all, the table that says the same, and why there are as many. */
export function GroupsView({ found, grouping }: Props) {
  const { currency } = useMe().workspace;
  const { groups, method, scales } = grouping;
  const plot = useMemo(() => plotOf(found.points, currency), [found.points, currency]);
  const columns = useMemo(() => groupColumns(currency), [currency]);
  return (
    <>
      {grouping.isWeak && <Weak grouping={grouping} />}
      <Card component="section" aria-label="Recency x Spend" className={classes.card}>
        <Title order={2}>Recency x Spend</Title>
        <div className={classes.plots}>
          {groups.map((group, at) => (
            <GroupPlot
              key={group.name}
              group={group}
              plot={plot}
              isMember={(point) => found.points[point]?.[method === 'k-means' ? 'kMeans' : 'mixture'] === at}
            />
          ))}
        </div>
        <p className={classes.note}>
          Each dot is a customer, {found.points.length.toLocaleString('en')} of {found.customers.toLocaleString('en')}:
          to the right the days since the last payment, upwards the spend, both on a logarithmic scale. Blue is the
          group, grey everybody else. Grouped by {featureWords(scales)}.
        </p>
      </Card>
      <section aria-label="Groups" className={classes.section}>
        <DataTable label="Groups" columns={columns} rows={groups} idOf={({ name }) => name} />
        <p className={classes.note}>Recency, payments and spend are those of the middle customer of a group.</p>
      </section>
      <NumberOfGroups grouping={grouping} />
    </>
  );
}

function Weak({ grouping: { silhouette } }: { grouping: Grouping }) {
  return (
    <Note>
      {silhouette === null
        ? 'These groups are weak: fewer groups explain the customers better.'
        : `These groups are weak: their mean silhouette is ${silhouetteWords(silhouette)}, and under 0.25 customers pass into each other rather than stand apart.`}{' '}
      Take the names as a rough picture.
    </Note>
  );
}

const words: Record<GroupFeature, string> = {
  recency: 'recency',
  frequency: 'payments',
  monetary: 'spend',
  market: 'the market they live in',
  age: 'age',
};

/** Markets and ages are not known of everybody, and the page says what that means. */
function featureWords(scales: Grouping['scales']): string {
  const features = scales.map(({ feature }) => feature);
  const list = new Intl.ListFormat('en').format(features.map((feature) => words[feature]));
  const isPartly = features.includes('market') || features.includes('age');
  return isPartly ? `${list}; what is not known of a customer is left out, not guessed` : list;
}
