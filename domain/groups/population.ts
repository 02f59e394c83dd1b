import { dayNumber, type Payers } from '#domain/segments/payers.ts';
import { type Rows, rowsOf, type Scale, scalesOf } from './features.ts';
import type { Group, Grouping } from './group.ts';
import { groupNames } from './group-names.ts';

/** Whom groups are found among. */
export type Population = { payers: Payers; day: string; scales: Scale[]; rows: Rows };

export function populationOf(payers: Payers, day: string): Population {
  const scales = scalesOf(payers, day);
  return { payers, day, scales, rows: rowsOf(payers, scales, day) };
}

/** `of[at]` is the place of a customer's group. */
export type Grouped = { grouping: Omit<Grouping, 'seed'>; of: Uint8Array };

/** By the first feature, and by the next where that is the same: the order does not hang on how they were found. */
export function byCentre(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, at) => value !== other[at]);
  return at === -1 ? 0 : one[at]! - other[at]!;
}

type Shape = Pick<Group, 'centre' | 'spread'> & { share?: number };

/** `of[at]` is the place of a customer's shape; each shape has one customer at least. */
export function groupsOf(population: Population, shapes: readonly Shape[], of: Uint8Array): Group[] {
  const features = population.scales.map(({ feature }) => feature);
  const centres = shapes.map(({ centre }) => centre);
  const names = groupNames(features, centres);
  return shapes.map(({ centre, spread, share }, at) => {
    const customers = of.reduce((sum, group) => sum + Number(group === at), 0);
    return {
      name: names[at]!,
      customers,
      centre,
      spread,
      share: share ?? customers / of.length,
      typical: typicalOf(population, (customer) => of[customer] === at),
    };
  });
}

/** The middle customer's, figure by figure. */
function typicalOf({ payers, day }: Population, isOne: (customer: number) => boolean): Group['typical'] {
  const middle = (column: Int32Array | Uint32Array | Float64Array): number => {
    const values = column.filter((_, at) => isOne(at)).sort();
    return values[Math.floor((values.length - 1) / 2)]!;
  };
  return {
    recencyDays: recencyDaysOf(middle(payers.lastPaidOn), day),
    frequency: middle(payers.frequency),
    monetary: middle(payers.monetary),
  };
}

/** A payment of a day still to come was made today. */
export const recencyDaysOf = (lastPaidOn: number, day: string): number => Math.max(dayNumber(day) - lastPaidOn, 0);
