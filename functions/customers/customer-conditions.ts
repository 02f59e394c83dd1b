import type { CustomerFilter } from '#domain/customers/list.ts';
import type { Bound, MeasureRanges } from '#domain/segments/ranges.ts';
import { type Condition, matches, oneOf, where } from '#functions/platform/list-query.ts';

/** Whose measures a list wants: those within ranges, those who have none, or nobody's. */
export type Measured = MeasureRanges | 'without' | 'nobody';
export type CustomersWanted = Pick<CustomerFilter, 'q' | 'account'> & {
  measured?: Measured | undefined;
  ids?: string[] | undefined;
  ownerId?: string | undefined;
};

export const customerPaths = {
  name: 'c.list.name',
  lastPaidOn: 'c.list.lastPaidOn',
  frequency: 'c.list.frequency',
  monetary: 'c.list.monetary',
  market: 'c.list.market',
};

export const conditionsOf = ({ q, account, measured, ids, ownerId }: CustomersWanted): Condition[] => [
  ...(account ? [where`c.list.account = ${account}`] : []),
  ...(measured ? measuredBy(measured) : []),
  ...(ownerId ? [where`c.list.ownerId = ${ownerId}`] : []),
  ...(ids ? [where`ARRAY_CONTAINS(${ids}, c.id)`] : []),
  ...matches(q),
];

/** Who has not paid has none of the three: said of each, so that whichever the list is sorted by leads to them. */
const unmeasured = where`c.list.lastPaidOn = null AND c.list.frequency = null AND c.list.monetary = null`;

function measuredBy(measured: Measured): Condition[] {
  if (measured === 'nobody') return [where`false`];
  if (measured === 'without') return [unmeasured];
  return [...measured.all.map(within), ...measured.anyOf.map((any) => oneOf(any.map(within)))];
}

const within = ({ measure, is, value }: Bound): Condition =>
  is === 'unknown'
    ? where([`${customerPaths[measure]} = `, ''], null)
    : where([`${customerPaths[measure]} ${is} `, ''], value);
