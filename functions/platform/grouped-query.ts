import type { Container, JSONValue, PartitionKey } from '@azure/cosmos';
import { type Condition, filterOf, namedValues } from './list-query.ts';

type Asked<Key extends string, Sum extends string> = {
  /** What to group by, each with the name it has in the answer. */
  keys: Record<Key, Condition>;
  sums: Record<Sum, Condition>;
  conditions: Condition[];
};
type Group<Key extends string, Sum extends string> = { [K in Key]?: JSONValue } & Record<Sum | 'count', number>;

/**
 * One GROUP BY over one partition: the groups are counted and added up by the database. Given the partition key the
 * service answers page by page, and a group whose documents are read on two pages comes in two parts: they are put
 * together here, so only what can be added up is asked for. A key that the documents lack is missing in the group.
 */
export async function grouped<Key extends string, Sum extends string>(
  container: Container,
  partitionKey: PartitionKey,
  { keys, sums, conditions }: Asked<Key, Sum>,
): Promise<Group<Key, Sum>[]> {
  const values = namedValues();
  const said = (parts: Record<string, Condition>) =>
    Object.entries(parts).map(([name, condition]) => ({ name, text: condition(values.named) }));
  const [by, added] = [said(keys), said(sums)];
  const { text: filter, parameters } = filterOf(conditions, values);
  const selected = [
    ...by.map(({ name, text }) => `${text} AS ${name}`),
    'COUNT(1) AS count',
    ...added.map(({ name, text }) => `SUM(${text}) AS ${name}`),
  ];
  const query = `SELECT ${selected.join(', ')} FROM c ${filter} GROUP BY ${by.map(({ text }) => text).join(', ')}`;
  // As many as fit: each page costs the groups anew.
  const options = { partitionKey, maxItemCount: -1 };
  const { resources } = await container.items.query<Group<Key, Sum>>({ query, parameters }, options).fetchAll();
  return together(resources, Object.keys(keys) as Key[], ['count', ...(Object.keys(sums) as Sum[])]);
}

function together<Key extends string, Sum extends string>(
  parts: Group<Key, Sum>[],
  keys: Key[],
  sums: (Sum | 'count')[],
): Group<Key, Sum>[] {
  const whole = new Map<string, Group<Key, Sum>>();
  for (const part of parts) {
    const id = JSON.stringify(keys.map((key) => part[key] ?? null));
    const before = whole.get(id);
    const added = before && Object.fromEntries(sums.map((sum) => [sum, before[sum] + part[sum]]));
    whole.set(id, { ...part, ...added });
  }
  return [...whole.values()];
}
