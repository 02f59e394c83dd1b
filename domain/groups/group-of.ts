import type { Measures } from '#domain/customers/customer.ts';
import { rowOf } from './features.ts';
import type { Groups } from './group.ts';
import { nearestIn } from './k-means.ts';

/** The name of the k-means group whose centre is nearest today; null while there are no groups. */
export function groupOf({ kMeans }: Groups, measures: Measures, today: string): string | null {
  if (!kMeans) return null;
  const values = Float64Array.from(rowOf(measures, kMeans.scales, today));
  const centres = kMeans.groups.map(({ centre }) => centre);
  const [at = 0] = nearestIn({ width: values.length, values }, centres);
  return kMeans.groups[at]?.name ?? null;
}
