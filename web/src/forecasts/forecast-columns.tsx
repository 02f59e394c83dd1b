import type { CustomerForecast } from '#domain/forecasts/forecast.ts';
import { formatMoney } from '#domain/kernel/money.ts';
import type { ScoredCustomer } from '#domain/segments/segment.ts';
import { symbolOf } from '#web/platform/currency-symbol.ts';
import type { Column } from '#web/platform/list/column.ts';
import { measureColumns } from '#web/platform/measure-columns.tsx';
import { Person } from '#web/platform/person.tsx';

export type ExpectedCustomer = ScoredCustomer & { forecast: CustomerForecast };

export const forecastColumns = (currency: string): Column<ExpectedCustomer>[] => [
  { id: 'name', header: 'Name', card: 'title', cell: ({ id, name }) => <Person person={{ id, name }} /> },
  // On a card the value of the year stands where else the spend does.
  ...measureColumns(currency).map(({ card: _card, ...column }) => column),
  {
    id: 'purchases',
    header: 'Purchases in 12 months',
    width: '116px',
    numeric: true,
    card: 'line',
    cell: ({ forecast }) => purchasesOf(forecast),
    cardCell: ({ forecast }) => `${purchasesOf(forecast)} purchases`,
  },
  {
    id: 'alive',
    header: 'Still a customer',
    width: '112px',
    numeric: true,
    card: 'line',
    cell: ({ forecast }) => aliveWords(forecast),
    cardCell: ({ forecast: { chanceAlive, isGone } }) =>
      chanceAlive === null ? (isGone ? 'likely gone' : 'still a customer') : `${percent(chanceAlive)} still a customer`,
  },
  {
    id: 'rule',
    header: 'Told by',
    width: '116px',
    card: 'foot',
    cell: ({ forecast }) => <span className="muted">{ruleNames[forecast.basis]}</span>,
  },
  {
    id: 'value',
    header: `Value in 12 months (${symbolOf(currency)})`,
    width: '148px',
    numeric: true,
    card: 'end',
    cell: ({ forecast: { value } }) => formatMoney({ amount: value, currency }),
  },
];

const ruleNames = { model: 'Model', 'recency-rule': 'Recency rule' } as const;

const purchasesOf = ({ expectedPurchases }: CustomerForecast): string =>
  expectedPurchases.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** By the recency rule there is no figure: only yes or no. */
function aliveWords({ chanceAlive, isGone }: CustomerForecast): string {
  if (chanceAlive === null) return isGone ? 'likely not' : 'yes';
  return percent(chanceAlive);
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
