import { isUnderWay, type Rebuild } from '#domain/segments/rebuild.ts';

const under: Partial<Record<Rebuild['state'], string>> = {
  waiting: 'Waiting for its turn',
  reading: 'Reading the payments',
  repairing: 'Scoring who differs',
  views: 'Making forecasts, groups and trends',
};

/** "Reading the payments: 1,200 of 24,000"; null when none is under way. */
export function progressWords({ state, done, total }: Rebuild): string | null {
  const words = under[state];
  if (words === undefined || total === null) return words ?? null;
  return `${words}: ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`;
}

/** 0 to 100; null where it is not known yet. */
export const progressOf = ({ done, total }: Rebuild): number | null =>
  total === null || total === 0 ? null : Math.min(100, (100 * done) / total);

/** What the last one found, once it has finished. */
export function foundWords(rebuild: Rebuild): string | null {
  const { differences, customers, payments } = rebuild;
  if (isUnderWay(rebuild) || differences === null || payments === null || customers === null) return null;
  const found = differences === 0 ? 'nothing differed' : `${differences.toLocaleString('en')} repaired`;
  return `${customers.toLocaleString('en')} customers compared with ${payments.toLocaleString('en')} payments: ${found}`;
}
